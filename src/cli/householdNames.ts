import { rosterVillages } from '../application/roster/adoptRoster'
import type { ProjectStore } from '../application/store/ProjectStore'
import { describeHousehold } from '../application/texts/describeHousehold'
import type { Texts } from '../application/texts/Texts'
import { isMadeKey } from '../domain/roster/isMadeKey'

/** What households are called, by their keys; the list is read only where one of them has no number. */
export async function householdNames(
  store: ProjectStore,
  households: readonly string[],
  texts: Texts,
): Promise<(household: string) => string> {
  const wanted = new Set(households.filter(isMadeKey))
  const names = new Map<string, string>()
  if (wanted.size > 0)
    for await (const village of rosterVillages(store))
      for (const each of village)
        if (wanted.delete(each.id)) names.set(each.id, describeHousehold(each, texts))
  return (household) =>
    names.get(household) ?? (isMadeKey(household) ? texts.term('marks', 'noNumber') : household)
}
