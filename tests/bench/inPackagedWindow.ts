import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../electron/launch/build'
import { describeResolved, resolveRuntime } from '../../electron/launch/resolveRuntime'
import { windowObstacles } from '../../electron/launch/windowObstacles'
import { launchElectron, type ElectronRunning } from '../e2e/launchElectron'
import { packageForTests } from '../e2e/packageForTests'

/** Builds and packages the app, and runs each measurement in a window of its own on a fresh profile; says why where it cannot. */
export async function inPackagedWindow(
  measurements: readonly ((app: ElectronRunning, profile: string) => Promise<void>)[],
): Promise<void> {
  await build()
  const resolved = await resolveRuntime()
  console.log(await describeResolved(resolved))
  const obstacles = resolved.runtime === null ? [] : await windowObstacles(resolved.runtime.executable)
  if (resolved.runtime === null || obstacles.length > 0) {
    for (const { what, remedy } of obstacles) console.log(`not measured: ${what} (${remedy})`)
    return
  }
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`)
  const folder = await packageForTests(resolved.runtime)
  for (const measure of measurements) {
    const profile = await mkdtemp(join(tmpdir(), 'yihu-bench-'))
    const app = await launchElectron(
      join(folder, process.platform === 'win32' ? 'yihu.exe' : 'yihu'),
      profile,
    )
    try {
      await measure(app, profile)
    } finally {
      await app.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
