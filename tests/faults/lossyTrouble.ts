import { valueOf } from '../contracts/projectStoreContract'
import type { Desk } from './Desk'
import { acceptPackage, draftsOf, giveAnswer, INTERVIEWS, keepRoster } from './lossyWork'
import { readProjection } from './readProjection'

/** What may befall a running app, and how its day goes on: `ends` when only a kill can follow. */
export type Trouble = (desk: Desk) => Promise<'goes_on' | 'ends' | 'index_is_gone'>

/** The disk fills up; what was typed is held, what came from elsewhere is refused; then there is room again, or an end. */
export async function fillDisk(desk: Desk): Promise<'goes_on' | 'ends'> {
  const { round, machine, store } = desk
  const { random, tally } = round
  tally.count('fault', 'disk full')
  machine.files.isFull = true
  for (let times = random.between(1, 3); times > 0; times -= 1) await refusedAnswer(desk)
  if (random.next() < 0.5) await random.pick([acceptPackage, keepRoster])(desk)
  if (random.next() < 0.3) return 'ends'
  machine.files.isFull = false
  if (random.next() < 0.5) valueOf(await store.retryUnsaved())
  else await giveAnswer(desk)
  const shown = await readProjection(store, [])
  const late = shown.changes.filter(({ id }) => !round.account.saved.has(id))
  tally.count('work', 'answers saved at the second try', late.length)
  round.account.save(shown.changes)
  return 'goes_on'
}

/** Chromium throws the database away under the app: nothing may be called saved any more. */
export async function loseIndex(desk: Desk): Promise<'index_is_gone'> {
  const { machine, round } = desk
  machine.files.isIndexGone = true
  for (let times = round.random.between(1, 3); times > 0; times -= 1) await refusedAnswer(desk)
  return 'index_is_gone'
}

export async function moveClock({ round }: Desk): Promise<'goes_on'> {
  round.tally.count('fault', 'clock moved by years')
  round.yearsAhead = round.random.between(-50, 60)
  return Promise.resolve('goes_on')
}

async function refusedAnswer({ round, store }: Desk): Promise<void> {
  const interview = round.random.pick(INTERVIEWS)
  const written = await store.write(draftsOf(round, interview, round.random.between(1, 3)))
  if (written.ok) round.wrongs.push('called saved, though one side took nothing')
  else round.tally.count('work', 'answers held unsaved')
}
