import { FILE_HEADER_BYTES } from '../../electron/main/journalFormat'
import { aMachine, type Machine } from '../contracts/Machine'
import { payloadsOf, plant, rewriteJournal } from '../contracts/journalRecords'
import type { Round } from './Desk'

/** What happened to a machine while the app was not running, and what the next start must report. */
export interface Befallen {
  readonly machine: Machine
  /** One of these codes must be among the problems of the opening; none when nothing needs to be reported. */
  readonly mustSay: readonly string[]
}

/** A fault damages one side only; the other one holds all that was ever shown as saved. */
export type Fault = (
  machine: Machine,
  earlier: readonly Machine[],
  round: Round,
) => Befallen | Promise<Befallen>

export const ONE_SIDED: Readonly<Record<string, Fault>> = {
  'index wiped': wipeIndex,
  'journal wiped': (machine) => {
    machine.wipeJournals()
    return { machine, mustSay: ['journal_recreated'] }
  },
  'journal torn at a random byte': tearJournal,
  'garbage behind the journal': addGarbage,
  'records taken out of the journal': takeRecordsOut,
  'record planted in the journal': plantRecord,
  'index of an earlier day': (machine, earlier, { random }) => {
    if (earlier.length === 0) return untouched(machine)
    return untouched(aMachine(copyOf(machine).files, copyOf(random.pick(earlier)).indexes))
  },
  'journal of an earlier day': (machine, earlier, { random }) => {
    if (earlier.length === 0) return untouched(machine)
    return untouched(aMachine(copyOf(random.pick(earlier)).files, copyOf(machine).indexes))
  },
}

export function wipeIndex(machine: Machine): Befallen {
  machine.wipeIndexes()
  return { machine, mustSay: ['index_rebuilt'] }
}

export function untouched(machine: Machine): Befallen {
  return { machine, mustSay: [] }
}

/** The journal of one machine beside the index of another that went on from the same state. */
export function mixed(journal: Machine, index: Machine): Machine {
  return aMachine(copyOf(journal).files, copyOf(index).indexes)
}

/** The same laptop once more, independent of what becomes of the first. */
export function copyOf(machine: Machine): Machine {
  return machine.restarted()
}

function tearJournal(machine: Machine, _earlier: readonly Machine[], { random }: Round): Befallen {
  const [path, bytes] = journalOf(machine)
  const size = random.between(FILE_HEADER_BYTES, bytes.length)
  machine.files.put(path, bytes.slice(0, size))
  return { machine, mustSay: size < bytes.length ? ['journal_tail_cut', 'journal_caught_up'] : [] }
}

/** Half of the times it begins like a record. */
function addGarbage(machine: Machine, _earlier: readonly Machine[], { random }: Round): Befallen {
  const [path, bytes] = journalOf(machine)
  const begun = random.next() < 0.5 ? [0x59, 0x48, 0x52, 0x31, 0, 0] : []
  const garbage = Array.from({ length: random.between(1, 3_000) }, () => random.between(0, 255))
  machine.files.put(path, Uint8Array.from([...bytes, ...begun, ...garbage]))
  return { machine, mustSay: ['journal_tail_cut'] }
}

/** Some in a row, anywhere; the index has what they held. */
async function takeRecordsOut(
  machine: Machine,
  _earlier: readonly Machine[],
  { random }: Round,
): Promise<Befallen> {
  const payloads = await payloadsOf(machine)
  const first = random.between(0, payloads.length - 1)
  const count = random.between(1, Math.min(5, payloads.length - first))
  rewriteJournal(machine, [...payloads.slice(0, first), ...payloads.slice(first + count)])
  // The last ones of an app that was killed look as if they had never been written: the index has more than the journal.
  return {
    machine,
    mustSay: ['journal_records_missing', 'journal_records_missing_since', 'journal_caught_up'],
  }
}

/** Bytes that are nothing, or a record that is there already. */
async function plantRecord(
  machine: Machine,
  _earlier: readonly Machine[],
  { random }: Round,
): Promise<Befallen> {
  const garbage = Uint8Array.from({ length: random.between(0, 500) }, () => random.between(0, 255))
  plant(machine, random.next() < 0.5 ? garbage : random.pick(await payloadsOf(machine)))
  return { machine, mustSay: ['journal_record_unreadable', 'journal_record_of_household_unreadable'] }
}

function journalOf({ files }: Machine): readonly [string, Uint8Array] {
  const path = files.paths().find((each) => each.endsWith('/journal.log'))
  const bytes = path === undefined ? undefined : files.bytesOf(path)
  if (path === undefined || bytes === undefined) throw new Error('there is no journal')
  return [path, bytes]
}
