import type { SettledHousehold } from '../../domain/fieldwork/Fieldwork'
import { settleHouseholds } from '../../domain/fieldwork/settleHouseholds'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
import { rosterVillages, villageOf } from '../roster/adoptRoster'
import type { ProjectStore } from '../store/ProjectStore'
import { fieldworkOf } from './fieldworkOf'

/**
 * The project's households, village by village: the roster's and those found in the field, with members as moved. As
 * long as nobody was found or moved, one village at a time is held.
 */
export async function* projectHouseholds(
  store: ProjectStore,
): AsyncGenerator<readonly [SettledHousehold, ...SettledHousehold[]]> {
  const fieldwork = await fieldworkOf(store)
  if (fieldwork.found.length === 0 && fieldwork.moves.length === 0) {
    for await (const households of rosterVillages(store)) {
      const [first, ...others] = settleHouseholds(households, fieldwork)
      if (first !== undefined) yield [first, ...others]
    }
    return
  }
  // Somebody may have moved from any village to any other.
  const roster: RosterHousehold[] = []
  for await (const households of rosterVillages(store))
    for (const household of households) roster.push(household)
  const settled = settleHouseholds(roster, fieldwork)
  for (const ofVillage of groupBy(settled, ({ household }) => villageOf(household)).values()) {
    const [first, ...others] = ofVillage
    if (first !== undefined) yield [first, ...others]
  }
}
