import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { isFinished } from '../../domain/instrument/Roles'
import { PROJECT } from '../roster/adoptRoster'
import { fieldworkOf } from '../households/fieldworkOf'
import { determinationsOf } from '../determination/determinationsOf'
import { checkersIn } from '../rounds/backchecks'
import { outcomeOf, roundChanges } from '../rounds/roundChanges'
import type { ProjectStore } from '../store/ProjectStore'
import { readAssignees } from '../team/assignment/assign'
import { assignments } from '../team/assignment/assignments'
import { placeIn, sampleOf, type ProjectSample } from './projectSample'
import type { SampleLog } from './SampleLog'
import { sampleLogOf } from './sampleDraws'

/** What a new draw would leave aside of the work on the sample in force, in households. */
export interface LostWork {
  /** Of the sample in force with an interview, begun or finished, drawn again or not. */
  readonly interviewed: number
  /** Of these, those no longer drawn. All that follows is about households that are no longer drawn. */
  readonly lost: number
  readonly finished: number
  readonly begun: number
  /** With a conclusion, and with a suspicion among these; see `verdictOf`. */
  readonly verdicts: number
  readonly suspicions: number
  /** On which people decided, or which the county answered. */
  readonly determinations: number
  /** Handed out to somebody. */
  readonly assigned: number
  /** With a verification begun, or given to a back-checker. */
  readonly rounds: number
}

const NOTHING: LostWork = {
  interviewed: 0,
  lost: 0,
  finished: 0,
  begun: 0,
  verdicts: 0,
  suspicions: 0,
  determinations: 0,
  assigned: 0,
  rounds: 0,
}

/** The conclusion of the household's interviews; null where there is none. */
export type VerdictOf = (household: string) => 'suspicion' | 'other' | null

/** Households whose changes are read at once. */
const READ_AT_ONCE = 500

/** What recording this draw would leave aside; nothing where no sample is in force. */
export async function lostWork(
  store: ProjectStore,
  log: SampleLog,
  verdictOf: VerdictOf = () => null,
): Promise<LostWork> {
  const before = await sampleLogOf(store)
  if (before === null) return NOTHING
  const { replacements } = await fieldworkOf(store)
  const earlier = [...placesOf(sampleOf({ ...before, replacements }))]
  const kept = placesOf(sampleOf({ ...log, replacements }))
  const gone = new Set(earlier.filter((id) => !kept.has(id)))
  const counts = { ...NOTHING }
  for (let start = 0; start < earlier.length; start += READ_AT_ONCE) {
    const some = earlier.slice(start, start + READ_AT_ONCE)
    for (const [id, changes] of await store.changesOfHouseholds(some)) {
      const hasInterview = changes.some(({ entity }) => entity === 'interview')
      if (hasInterview) counts.interviewed += 1
      if (!gone.has(id)) continue
      if (hasInterview) counts.lost += 1
      if (hasInterview) counts[isInterviewed(changes) ? 'finished' : 'begun'] += 1
      if (hasFurtherRound(changes)) counts.rounds += 1
      const verdict = verdictOf(id)
      if (verdict !== null) counts.verdicts += 1
      if (verdict === 'suspicion') counts.suspicions += 1
    }
  }
  const determined = await determinationsOf(store)
  counts.determinations = [...determined.keys()].filter((id) => gone.has(id)).length
  const assignees = readAssignees(foldChanges(await store.changesOf('project', PROJECT)))
  // Whose a household is takes its village, and so the whole list.
  if (assignees.villages.size + assignees.households.size === 0) return counts
  for await (const village of assignments(store))
    counts.assigned += village.filter(
      ({ household, person }) => person !== null && gone.has(household),
    ).length
  return counts
}

/** Whether recording the draw would leave any work aside. */
export function losesWork({ lost, determinations, assigned, rounds }: LostWork): boolean {
  return [lost, determinations, assigned, rounds].some((count) => count > 0)
}

function isInterviewed(changes: readonly Change[]): boolean {
  return isFinished(outcomeOf(roundChanges(changes, 'first'))?.value)
}

function hasFurtherRound(changes: readonly Change[]): boolean {
  return roundChanges(changes, 'verification').length > 0 || checkersIn(changes).length > 0
}

/** The drawn, and whoever took the place of one of them. */
function placesOf(sample: ProjectSample): ReadonlySet<string> {
  const all = [...sample.members.keys(), ...sample.placeOf.keys()]
  return new Set(all.filter((id) => placeIn(sample, id) !== undefined))
}
