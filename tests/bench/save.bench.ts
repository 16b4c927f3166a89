/**
 * An answer saved, in the packaged app's own window, against the slower of a bare strict IndexedDB put in the same window
 * and a bare append with flush in the same main process, in turn. Aim: 95th percentile at most 2 times.
 * Needs an Electron runtime and a display (`xvfb-run -a npm run bench save`).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../electron/launch/build'
import { describeResolved, resolveRuntime } from '../../electron/launch/resolveRuntime'
import { windowObstacles } from '../../electron/launch/windowObstacles'
import { launchElectron, type ElectronRunning } from '../e2e/launchElectron'
import { packageForTests } from '../e2e/packageForTests'
import { buildInPage } from '../inPage/buildInPage'
import type { StoreInPage } from '../inPage/storeInPage'

declare const storeInPage: StoreInPage

const ROUNDS = 20
const AIM = 2

await build()
const resolved = await resolveRuntime()
console.log(await describeResolved(resolved))
const obstacles = resolved.runtime === null ? [] : await windowObstacles(resolved.runtime.executable)
if (resolved.runtime === null || obstacles.length > 0) {
  for (const { what, remedy } of obstacles) console.log(`not measured: ${what} (${remedy})`)
} else {
  const folder = await packageForTests(resolved.runtime)
  const profile = await mkdtemp(join(tmpdir(), 'yihu-save-bench-'))
  const app = await launchElectron(join(folder, process.platform === 'win32' ? 'yihu.exe' : 'yihu'), profile)
  try {
    await app.page.evaluate(await buildInPage())
    await measure(app, profile)
  } finally {
    await app.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measure(app: ElectronRunning, profile: string): Promise<void> {
  await app.page.evaluate(() => storeInPage.measureSaves(1))
  const saves: number[] = []
  const puts: number[] = []
  const appends: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = await app.page.evaluate(() => storeInPage.measureSaves(3))
    saves.push(...measured.saves)
    puts.push(...measured.puts)
    appends.push(...(await bareAppends(app, join(profile, 'bare-append'))))
  }
  const slower = Math.max(percentile(puts, 95), percentile(appends, 95))
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; ${saves.length} answers`)
  tell('bare strict put', puts)
  tell('bare append with flush', appends)
  tell('an answer saved', saves)
  const ratio = percentile(saves, 95) / slower
  console.log(
    `95th percentile, an answer saved / the slower bare one: ${ratio.toFixed(2)} (aim: at most ${AIM})`,
  )
  if (ratio > AIM) process.exitCode = 1
}

/** As many bytes as a sealed answer, appended and flushed in the main process; milliseconds of each. */
function bareAppends(app: ElectronRunning, path: string): Promise<readonly number[]> {
  return app.application.evaluate(async (_electron, file) => {
    const { open } = process.getBuiltinModule('node:fs/promises')
    const handle = await open(file, 'a')
    const milliseconds: number[] = []
    for (let turn = 0; turn < 60; turn += 1) {
      const began = performance.now()
      await handle.write(Buffer.alloc(400, turn))
      await handle.datasync()
      milliseconds.push(performance.now() - began)
    }
    await handle.close()
    return milliseconds
  }, path)
}

function tell(name: string, milliseconds: readonly number[]): void {
  const [median, high] = [percentile(milliseconds, 50), percentile(milliseconds, 95)]
  console.log(`${name}: median ${median.toFixed(2)} ms, 95th percentile ${high.toFixed(2)} ms`)
}

function percentile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((left, right) => left - right)
  return ascending[Math.ceil((ascending.length * share) / 100) - 1] ?? Number.NaN
}
