import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import { seededRandom } from '../../src/domain/shared/seededRandom'
import { LossyFiles, type Leaves } from '../contracts/LossyFiles'
import { aMachine, unlock, type Machine } from '../contracts/Machine'
import { valueOf } from '../contracts/projectStoreContract'
import type { Round } from './Desk'
import { lossyDay, type DayEnd } from './lossyDay'
import { copyOf, mixed, ONE_SIDED, untouched, wipeIndex, type Befallen } from './lossyFaults'
import { addAssessor } from './lossyWork'
import { open, openAndLook, sidesAgree } from './openAndLook'
import { SavedAccount } from './SavedAccount'
import type { Tally } from './Tally'

const LEAVES: readonly Leaves[] = ['nothing', 'everything', 'parts']
const CUT_SHARE = 0.5
const FAULT_SHARE = 0.75
const FORK_SHARE = 0.15
const MOST_KEPT = 3

/**
 * One round over the lossy file layer: some days of work, with a power cut, a kill or a close at the end of each, and
 * often a fault before the next. Gives what was found wrong. The same seed gives the same history; keys and numbers of
 * replicas are random.
 */
export async function lossyRound(seed: number, tally: Tally): Promise<readonly string[]> {
  const random = seededRandom(seed)
  const account = new SavedAccount()
  const round: Round = { random, account, tally, yearsAhead: 0, passcodes: [unlock.passcode], wrongs: [] }
  const { machine: first, projectId } = await firstDay(round)
  const earlier: Machine[] = []
  let machine = first
  let isMended = true
  let isIndexGone = false
  /** A side that a fault took is whole again only after an opening: until then the other one is left alone. */
  const next = async (): Promise<Befallen> => {
    if (isIndexGone) return named('index gone while the app ran', wipeIndex(machine), round)
    return isMended ? randomFault(machine, earlier, projectId, round) : untouched(machine)
  }
  for (let days = random.between(2, 6); days > 0 && round.wrongs.length === 0; days -= 1) {
    const opened = await day(await next(), projectId, round)
    isIndexGone = opened.end === 'index_is_gone'
    isMended = opened.isMended
    if (opened.atStart !== undefined) earlier.push(opened.atStart)
    if (earlier.length > MOST_KEPT) earlier.shift()
    machine = opened.machine
  }
  await sidesAgree(await openAndLook(await next(), projectId, round))
  return round.wrongs
}

interface Day {
  readonly machine: Machine
  readonly end: DayEnd
  /** The opening was completed: both sides hold everything again. */
  readonly isMended: boolean
  /** The machine as it was then. */
  readonly atStart?: Machine
}

async function firstDay(round: Round): Promise<{ readonly machine: Machine; readonly projectId: string }> {
  const machine = aMachine(new LossyFiles(), new MemoryIndexShelf())
  const store = valueOf(await machine.createProject())
  const desk = { round, machine, store }
  await addAssessor(desk)
  await store.close()
  return { machine: machine.restarted(), projectId: store.projectId }
}

async function day(fault: Befallen, projectId: string, round: Round): Promise<Day> {
  const { machine } = fault
  const { random, tally } = round
  if (random.next() < CUT_SHARE) machine.files.dieAfter(random.between(1, 120))
  const leaves = random.pick(LEAVES)
  let atStart: Machine | undefined
  const work = async (): Promise<DayEnd> => {
    const desk = await openAndLook(fault, projectId, round)
    atStart = copyOf(machine)
    return lossyDay(desk)
  }
  const end = await Promise.race([work(), machine.files.dead.then((): DayEnd => 'cut_off')])
  tally.count('end', end === 'cut_off' ? `power cut that leaves ${leaves}` : end)
  const after = end === 'cut_off' ? machine.afterPowerCut(leaves) : machine.restarted()
  return { machine: after, end, isMended: atStart !== undefined, ...(atStart && { atStart }) }
}

async function randomFault(
  machine: Machine,
  earlier: readonly Machine[],
  projectId: string,
  round: Round,
): Promise<Befallen> {
  const drawn = round.random.next()
  if (drawn < FORK_SHARE)
    return named('both sides ahead in turn', await fork(machine, projectId, round), round)
  if (drawn > FAULT_SHARE) return untouched(machine)
  const name = round.random.pick(Object.keys(ONE_SIDED))
  return named(name, (await ONE_SIDED[name]?.(machine, earlier, round)) ?? untouched(machine), round)
}

/** Two laptops go on from one state; then the journal of one lies beside the index of the other. */
async function fork(machine: Machine, projectId: string, round: Round): Promise<Befallen> {
  round.account.isForked = true
  const apart: Machine[] = []
  for (const each of [copyOf(machine), copyOf(machine)]) {
    await lossyDay({ round, machine: each, store: await open(each, projectId, round) })
    apart.push(each.restarted())
  }
  const [one = machine, other = machine] = apart
  return untouched(mixed(one, other))
}

function named(name: string, befallen: Befallen, { tally }: Round): Befallen {
  tally.count('fault', name)
  return befallen
}
