import { byAge, type EntityState } from '../../../domain/changes/foldChanges'
import { readFact } from '../../facts/Fact'
import { PROJECT_FACTS } from '../../facts/projectFacts'
import { householdPath, villagePath } from '../assignment/assign'

/**
 * Everybody to whom the lead ever assigned a household: its own assignment goes before its village's, as long as it has one.
 * Who handed it over is among them: what they did before may come after. `village` as `villageOf` names it; null where it has none.
 */
export function everHeld(
  project: EntityState,
  household: string,
  village: string | null,
): ReadonlySet<string> {
  const own = householdPath(household)
  const ofVillage = village === null ? [] : (project.get(villagePath(village))?.history ?? [])
  const said = [...(project.get(own)?.history ?? []), ...ofVillage].sort(byAge)
  const holders = new Set<string>()
  let [byItself, byVillage]: [string | null, string | null] = [null, null]
  for (const each of said) {
    const person = readFact(PROJECT_FACTS.villageAssigned, each) ?? null
    if (each.path === own) byItself = person
    else byVillage = person
    const holder = byItself ?? byVillage
    if (holder !== null) holders.add(holder)
  }
  return holders
}
