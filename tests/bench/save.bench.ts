/**
 * An answer saved, in the packaged app's own window, against the slower of a bare strict IndexedDB put in the same window
 * and a bare append with flush in the same main process, in turn. Aim: 95th percentile at most 2 times.
 * Needs an Electron runtime and a display (`xvfb-run -a npm run bench save`).
 */
import { join } from 'node:path'
import type { ElectronRunning } from '../e2e/launchElectron'
import { buildInPage } from '../inPage/buildInPage'
import type { StoreInPage } from '../inPage/storeInPage'
import { inPackagedWindow } from './inPackagedWindow'
import { percentile, tellTimes } from './percentile'

declare const storeInPage: StoreInPage

const ROUNDS = 20
const AIM = 2

await inPackagedWindow([measure])

async function measure(app: ElectronRunning, profile: string): Promise<void> {
  await app.page.evaluate(await buildInPage('storeInPage'))
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
  tellTimes('bare strict put', puts)
  tellTimes('bare append with flush', appends)
  tellTimes('an answer saved', saves)
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
