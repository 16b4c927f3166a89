import type { Change } from '../../domain/changes/Change'
import { householdOf, isEntityId } from '../../domain/changes/householdOf'
import { roundOf } from '../../domain/interview/bookkeeping'
import { partsOf, readFact } from '../facts/Fact'
import { HOUSEHOLD_FACTS } from '../facts/householdFacts'
import { PROJECT_FACTS } from '../facts/projectFacts'
import { villageOf } from '../roster/adoptRoster'
import { closingOfArea, closingOfHousehold, type Closing, type Closings } from './closings'

type Said = Pick<Change, 'entity' | 'entityId' | 'path' | 'value'>

/**
 * What closes the area that something would be written in; undefined where it may be written: nothing is closed there, or it
 * is no answer. `about`: what is known of a household itself, for one that was found in the field.
 */
export function closedTo(
  said: Said,
  closings: Closings,
  about: (household: string) => readonly Said[],
): Closing | undefined {
  if (closings.areas.size === 0) return undefined
  if (said.entity === 'project') {
    const [area] = partsOf(PROJECT_FACTS.ofArea, said.path) ?? []
    return area === undefined ? undefined : closingOfArea(closings, area)
  }
  // An id of another shape is refused for itself.
  if (!isAnswer(said) || !isEntityId(said.entity, said.entityId)) return undefined
  const household = householdOf(said.entity, said.entityId) ?? ''
  const village = villageFoundIn([said]) ?? villageFoundIn(about(household))
  return closingOfHousehold(closings, household, village)
}

const { found, moved, received, replacedBy, replaces, outOfOrder, contact, chosenCopy } = HOUSEHOLD_FACTS

/** What says who lives in a household, or what became of the visit. */
const OF_VISIT = [found, moved, received, replacedBy, replaces, outOfOrder, contact, chosenCopy]

/** Rounds that never change a household's return: they check it, after the closing too. */
const CHECKING_ROUNDS: readonly string[] = ['backcheck', 'entry']

/** Whether it says anything of a household's return. */
function isAnswer({ entity, entityId, path }: Omit<Said, 'value'>): boolean {
  if (entity === 'interview') return !CHECKING_ROUNDS.includes(roundOf(entityId) ?? '')
  return entity === 'household' && OF_VISIT.some((fact) => partsOf(fact, path) !== undefined)
}

/** The village of a household that was found in the field; null where the changes tell of no finding. */
function villageFoundIn(changes: readonly Said[]): string | null {
  for (const change of changes) {
    if (change.entity !== 'household' || partsOf(found, change.path) === undefined) continue
    const household = readFact(found, change)?.household
    if (household !== undefined) return villageOf(household)
  }
  return null
}
