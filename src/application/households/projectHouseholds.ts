import type { Fieldwork, SettledHousehold } from '../../domain/fieldwork/Fieldwork'
import { settleHouseholds } from '../../domain/fieldwork/settleHouseholds'
import type { ListedHousehold } from '../../domain/roster/ListedHousehold'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
import { currentRoster, rosterVillages, villageOf } from '../roster/adoptRoster'
import type { ProjectStore } from '../store/ProjectStore'
import { fieldworkOf } from './fieldworkOf'
import { listedVillages } from './listedVillages'
import { wholeIn } from './wholeHouseholds'

/** The households of a village, as they stand after the fieldwork. */
type SettledVillage<Household> = readonly [SettledHousehold<Household>, ...SettledHousehold<Household>[]]

/**
 * The project's households, village by village: the roster's and those found in the field, with members as moved. As
 * long as nobody was found or moved, one village at a time is held.
 */
export async function* projectHouseholds(
  store: ProjectStore,
): AsyncGenerator<SettledVillage<RosterHousehold>> {
  yield* settled(rosterVillages(store), await fieldworkOf(store))
}

/** The same as a list has them; whole are those that were found, and those that somebody left or came to. */
export async function* listedHouseholds(
  store: ProjectStore,
): AsyncGenerator<SettledVillage<ListedHousehold>> {
  const fieldwork = await fieldworkOf(store)
  const villages = fieldwork.moves.length === 0 ? listedVillages(store) : wholeWhereMoved(store, fieldwork)
  yield* settled(villages, fieldwork)
}

async function* wholeWhereMoved(
  store: ProjectStore,
  { moves }: Fieldwork,
): AsyncGenerator<readonly ListedHousehold[]> {
  const touched = new Set(moves.flatMap(({ from, to }) => [from, to]))
  const hash = await currentRoster(store)
  for await (const village of listedVillages(store)) {
    const some = village.filter(({ id }) => touched.has(id))
    const whole = await wholeIn(store, hash, some)
    // Of a village that does not open nobody moves: half a member would be judged.
    yield village.flatMap((each) => (touched.has(each.id) ? (whole.get(each.id) ?? []) : each))
  }
}

async function* settled<Household extends ListedHousehold>(
  villages: AsyncIterable<readonly Household[]>,
  fieldwork: Fieldwork,
): AsyncGenerator<SettledVillage<Household | RosterHousehold>> {
  if (fieldwork.found.length === 0 && fieldwork.moves.length === 0) {
    for await (const households of villages) {
      const [first, ...others] = settleHouseholds(households, fieldwork)
      if (first !== undefined) yield [first, ...others]
    }
    return
  }
  // Somebody may have moved from any village to any other.
  const roster: Household[] = []
  for await (const households of villages) for (const household of households) roster.push(household)
  const all = settleHouseholds(roster, fieldwork)
  for (const ofVillage of groupBy(all, ({ household }) => villageOf(household)).values()) {
    const [first, ...others] = ofVillage
    if (first !== undefined) yield [first, ...others]
  }
}
