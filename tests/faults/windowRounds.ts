import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../../src/domain/shared/seededRandom'
import { buildAndPackage } from '../e2e/buildAndPackage'
import { launchElectron, type ElectronRunning } from '../e2e/launchElectron'
import { buildInPage } from '../inPage/buildInPage'
import { playWindowRound } from './playWindowRound'
import type { Tally } from './Tally'
import { mountSmallDisk } from './windowFaults'
import { profileOf, type WindowRound } from './WindowRound'
import { WindowAccount } from './WindowAccount'

/** In how many of the rounds the disk fills up; these have a small disk of their own. */
const FILLED_SHARE = 0.15

/** Builds and packages the app, and plays the rounds; where there is no window, prints why and returns false. */
export async function windowRounds(
  seeds: readonly number[],
  tally: Tally,
  tell: (seed: number, wrongs: readonly string[]) => void,
): Promise<boolean> {
  const packaged = await buildAndPackage()
  if (packaged.kind === 'no_window') {
    console.log(`not played: ${packaged.why}`)
    return false
  }
  for (const seed of seeds) tell(seed, await windowRound(seed, packaged.executable, tally))
  return true
}

/** One round on a fresh profile; gives what was found wrong. */
export async function windowRound(
  seed: number,
  executable: string,
  tally: Tally,
): Promise<readonly string[]> {
  const random = seededRandom(seed)
  const running: ElectronRunning[] = []
  const folder = await mkdtemp(join(tmpdir(), 'yihu-faults-'))
  const unmount = random.next() < FILLED_SHARE ? await smallDisk(folder, tally) : undefined
  const round: WindowRound = {
    random,
    tally,
    account: new WindowAccount(),
    folder,
    wrongs: [],
    isOnSmallDisk: unmount !== undefined,
    async launch(profile) {
      const app = await launchElectron(executable, profile)
      running.push(app)
      return app
    },
  }
  try {
    await playWindowRound(round, await scripts())
  } catch (error) {
    round.wrongs.push(`threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  for (const app of running) await app.close()
  unmount?.()
  await rm(round.folder, { recursive: true, force: true, maxRetries: 5 })
  tally.count('work', 'answers shown as saved', round.account.answers.size)
  return round.wrongs
}

let built: Promise<readonly string[]> | undefined

/** Built once for all rounds. */
function scripts(): Promise<readonly string[]> {
  built ??= Promise.all([buildInPage('shownInPage'), buildInPage('paintInPage')])
  return built
}

async function smallDisk(folder: string, tally: Tally): Promise<(() => void) | undefined> {
  const unmount = await mountSmallDisk(profileOf({ folder }))
  if (unmount === undefined) {
    console.log('a full disk is not tried: only root may mount a small one')
    tally.count('fault', 'disk full, not tried')
  }
  return unmount
}
