/**
 * The quality desk of 4,000 interviews in the packaged window: the first look at them, and one after opening again, beside
 * reading and opening their changes and doing nothing else, in one run. `QUALITY_BENCH=20000` takes so many instead, in whole
 * thousands. Linux, an Electron runtime and a display (`xvfb-run -a npm run bench quality`).
 */
import type { ElectronRunning } from '../e2e/launchElectron'
import { buildInPage } from '../inPage/buildInPage'
import type { ProjectInPage } from '../inPage/projectInPage'
import { inPackagedWindow } from './inPackagedWindow'
import { openAgain, openQualityDesk } from './LargeProject'
import { PASSCODE } from './openProjectOf'

declare const projectInPage: ProjectInPage

const INTERVIEWS = Number(process.env['QUALITY_BENCH'] ?? 4_000)
const TIMEOUT = 1_800_000

await inPackagedWindow([quality])

async function quality(app: ElectronRunning): Promise<void> {
  const { page } = app
  page.setDefaultTimeout(TIMEOUT)
  const script = await buildInPage('projectInPage')
  await page.evaluate(script)
  await page.evaluate(([passcode, count]) => projectInPage.create('测量', passcode, count, count), [
    PASSCODE,
    INTERVIEWS,
  ] as const)
  const floor = (await page.evaluate((passcode) => projectInPage.read(passcode), PASSCODE)) / 1000
  console.log(`${INTERVIEWS} interviews; their changes read and opened, nothing else: ${floor.toFixed(1)} s`)
  const opening = await openAgain(app, INTERVIEWS, 'opened, all to be judged')
  const first = await openQualityDesk(app, 'first look')
  await openAgain(app, INTERVIEWS, 'opened again')
  const second = await openQualityDesk(app, 'second look')
  const times = [opening, first, opening + first, second].map((each) => (each / floor).toFixed(2))
  console.log(
    `beside the floor: opening ${times[0]}, first look ${times[1]}, both ${times[2]}, second look ${times[3]}`,
  )
}
