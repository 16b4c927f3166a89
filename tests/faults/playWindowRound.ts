import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openProjectOf } from '../bench/openProjectOf'
import type { ElectronRunning } from '../e2e/launchElectron'
import type { Shown, ShownInPage } from '../inPage/shownInPage'
import { lookInWindow, openAgain } from './lookInWindow'
import {
  copyProfile,
  fillDisk,
  MUST_TELL,
  PROFILE_FAULTS,
  SPARES_JOURNAL,
  takeJournalOf,
} from './windowFaults'
import { profileOf, workbookOf, type WindowRound } from './WindowRound'
import { EXPORTING, FIRST_ROSTER, IMPORTING, interviewing, type Scene } from './windowScenes'

declare const shownInPage: ShownInPage

const CLOCK_SHARE = 0.2
const FORK_SHARE = 0.12
/** Households that are interviewed again and again; a fork has its own, so that nobody contradicts anybody. */
const INTERVIEWED = [0, 1, 2]
const FORKED = [4, 5] as const

/** A project is made, and its window is killed twice in the middle of work; after each kill everything is looked for. */
export async function playWindowRound(round: WindowRound, scripts: readonly string[]): Promise<void> {
  await mkdir(dirname(workbookOf(round)), { recursive: true })
  await workAndDie(
    round,
    scripts,
    profileOf(round),
    sceneOf(round),
    round.isOnSmallDisk ? 'disk full' : 'first launch',
  )
  const again = await launchAndLook(round, scripts)
  if (round.wrongs.length > 0) return
  await die(again, round, sceneOf(round), false)
  await launchAndLook(round, scripts)
}

/** After a fault: checks what is reported, and that everything is there. */
async function launchAndLook(round: WindowRound, scripts: readonly string[]): Promise<ElectronRunning> {
  const isForked = round.random.next() < FORK_SHARE && !round.isOnSmallDisk
  const mustTell = isForked ? await fork(round, scripts) : await befall(round)
  const app = await round.launch(profileOf(round))
  const told = await openAgain(app.page, round)
  if (mustTell !== undefined && !told.includes(mustTell)) round.wrongs.push(`not told: ${mustTell}`)
  await bringIn(app, round, scripts)
  await lookInWindow(app.page, round)
  return app
}

/** Launches, opens or makes the project, works, and is killed. */
async function workAndDie(
  round: WindowRound,
  scripts: readonly string[],
  profile: string,
  scene: Scene,
  how: 'first launch' | 'disk full' | 'later launch',
): Promise<void> {
  const app = await round.launch(profile)
  if (how === 'later launch') await openAgain(app.page, round)
  else {
    await openProjectOf(app.page, FIRST_ROSTER)
    round.account.households = [FIRST_ROSTER]
  }
  await bringIn(app, round, scripts)
  await die(app, round, scene, how === 'disk full')
}

async function die(app: ElectronRunning, round: WindowRound, scene: Scene, isFilled: boolean): Promise<void> {
  const { random, tally } = round
  const after = random.between(0, scene.longest)
  await scene.prepare(app, round)
  let isKilled = false
  let free: (() => Promise<void>) | undefined
  const playing = scene.play(app, round).catch((error: unknown) => {
    if (!isKilled && !isFilled) throw error
  })
  if (isFilled) {
    tally.count('fault', 'disk full')
    await wait(after / 2)
    free = await fillDisk(profileOf(round))
  }
  // A scene that fails ends the round at once; one that is through waits for its end.
  await Promise.race([wait(after), playing.then(() => wait(after))])
  isKilled = true
  await app.kill()
  await playing
  await free?.()
  tally.count('end', scene.name)
}

async function befall(round: WindowRound): Promise<string | undefined> {
  const name = round.random.pick(round.isOnSmallDisk ? SPARES_JOURNAL : Object.keys(PROFILE_FAULTS))
  await PROFILE_FAULTS[name]?.(round)
  round.tally.count('fault', name)
  return MUST_TELL[name]
}

/** The same profile on two laptops, both of which go on; then the journal of one lies beside the index of the other. */
async function fork(round: WindowRound, scripts: readonly string[]): Promise<undefined> {
  const copy = await copyProfile(round)
  await workAndDie(round, scripts, copy, interviewing(FORKED[0]), 'later launch')
  await workAndDie(round, scripts, profileOf(round), interviewing(FORKED[1]), 'later launch')
  await takeJournalOf(copy, round)
  round.tally.count('fault', 'both sides ahead in turn')
}

function sceneOf({ random, account }: WindowRound): Scene {
  const scenes = [interviewing(random.pick(INTERVIEWED)), interviewing(random.pick(INTERVIEWED)), EXPORTING]
  const canImport = account.households.length === 0 || account.households.includes(FIRST_ROSTER)
  return random.pick(canImport ? [...scenes, IMPORTING] : scenes)
}

/** The scripts that read the screen; and at times a clock that is years off, for this launch. */
async function bringIn(
  { page }: ElectronRunning,
  round: WindowRound,
  scripts: readonly string[],
): Promise<void> {
  for (const script of scripts) await page.evaluate(script)
  await page.exposeFunction('yihuShown', (shown: Shown) => round.account.see(shown))
  await page.evaluate(() => shownInPage.watch('yihuShown'))
  if (round.random.next() >= CLOCK_SHARE) return
  round.tally.count('fault', 'clock moved by years')
  const milliseconds = round.random.between(-20, 20) * 365 * 86_400_000
  await page.evaluate((ahead) => shownInPage.moveClock(ahead), milliseconds)
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
