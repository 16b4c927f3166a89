import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAndPackage } from '../e2e/buildAndPackage'
import { launchElectron, type ElectronRunning } from '../e2e/launchElectron'

/** Builds and packages the app, and runs each measurement in a window of its own on a fresh profile; says why where it cannot. */
export async function inPackagedWindow(
  measurements: readonly ((app: ElectronRunning, profile: string) => Promise<void>)[],
): Promise<void> {
  const packaged = await buildAndPackage()
  if (packaged.kind === 'no_window') {
    console.log(`not measured: ${packaged.why}`)
    return
  }
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`)
  for (const measure of measurements) {
    const profile = await mkdtemp(join(tmpdir(), 'yihu-bench-'))
    const app = await launchElectron(packaged.executable, profile)
    try {
      await measure(app, profile)
    } finally {
      await app.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
