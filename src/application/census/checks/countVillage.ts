import { countCases, type VillageCounts } from '../../../domain/programmes/census/areaChecks/countCases'
import { CaseBook } from '../../../domain/programmes/census/tables/CaseBook'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import { villageOf } from '../../roster/adoptRoster'
import type { ProjectStore } from '../../store/ProjectStore'
import { censusInterview } from '../censusInterview'
import type { Checking } from './CheckTally'

/**
 * What the checks of areas count in some households, as they stand now: one village's, at once. Of a household that whoever looks
 * may not see yet (`isBlind`), only that it is there.
 */
export async function countVillage(
  store: ProjectStore,
  households: readonly { readonly household: RosterHousehold; readonly isBlind: boolean }[],
  { rules, checksOf }: Checking,
): Promise<VillageCounts> {
  const book = new CaseBook(checksOf(rules.currentInstrument).tables)
  const changes = await store.changesOfHouseholds(households.map(({ household }) => household.id))
  for (const { household, isBlind } of households) {
    const own = isBlind ? [] : (changes.get(household.id) ?? [])
    const interview = censusInterview(household, own, rules)
    const { tables } = checksOf(interview.instrument)
    book.addHousehold({ id: household.id, village: villageOf(household), interview }, tables)
  }
  return countCases(book)
}
