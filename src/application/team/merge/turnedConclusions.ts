import type { Change } from '../../../domain/changes/Change'
import { householdOf } from '../../../domain/changes/householdOf'
import type { Conclusion } from '../../../domain/programmes/assessment/conclusion/Conclusion'
import { groupBy } from '../../../domain/shared/groupBy'
import { assessHousehold, type AssessmentRules } from '../../assess/assessHousehold'
import { projectHouseholds } from '../../households/projectHouseholds'
import type { ProjectStore } from '../../store/ProjectStore'

/** The result of the rules for a household as it is known here, and with more changes. */
export interface TurnedConclusion {
  readonly household: string
  readonly before: Conclusion
  readonly after: Conclusion
}

/**
 * The households of the list that `coming` changes, with what is concluded before and after, turned or not; those of which nothing
 * was known here are left out unless `withNew`. Who lives where is as it is known here.
 */
export async function conclusionsWith(
  store: ProjectStore,
  coming: readonly Change[],
  rules: AssessmentRules,
  withNew = false,
): Promise<readonly TurnedConclusion[]> {
  const here = store.knownChanges()
  const news = coming.filter((change) => !here.hasChange(change))
  const byHousehold = groupBy(news, ({ entity, entityId }) => householdOf(entity, entityId))
  byHousehold.delete(undefined)
  const spokenOf = [...byHousehold.keys()].filter((household) => household !== undefined)
  // Nearly every package brings households of which nothing is known: no list is read for them.
  const wanted = new Set(withNew ? spokenOf : await knownAmong(store, spokenOf))
  const found: TurnedConclusion[] = []
  if (wanted.size === 0) return found
  for await (const village of projectHouseholds(store)) {
    const own = village.filter(({ household }) => wanted.delete(household.id))
    const stored = await store.changesOfHouseholds(own.map(({ household }) => household.id))
    for (const { household } of own) {
      const known = stored.get(household.id) ?? []
      const more = byHousehold.get(household.id) ?? []
      const conclusionOf = (changes: readonly Change[]): Conclusion =>
        assessHousehold(household, changes, rules).judgement.conclusion
      const [before, after] = [conclusionOf(known), conclusionOf([...known, ...more])]
      found.push({ household: household.id, before, after })
    }
    if (wanted.size === 0) break
  }
  return found
}

/** Households read at a time. */
const HOUSEHOLDS_AT_ONCE = 500

async function knownAmong(store: ProjectStore, households: readonly string[]): Promise<readonly string[]> {
  const known: string[] = []
  for (let at = 0; at < households.length; at += HOUSEHOLDS_AT_ONCE)
    for (const [household, changes] of await store.changesOfHouseholds(
      households.slice(at, at + HOUSEHOLDS_AT_ONCE),
    ))
      if (changes.length > 0) known.push(household)
  return known
}

/** Those of which the conclusion is another afterwards. */
export async function turnedConclusions(
  store: ProjectStore,
  coming: readonly Change[],
  rules: AssessmentRules,
): Promise<readonly TurnedConclusion[]> {
  const all = await conclusionsWith(store, coming, rules)
  return all.filter(({ before, after }) => before !== after)
}
