import { isFinished } from '../../../domain/instrument/Roles'
import type { CheckVillage } from '../../../domain/programmes/census/check/drawCheckSample'
import { townshipKey } from '../../../domain/villages/townshipKey'
import { projectHouseholds } from '../../households/projectHouseholds'
import { villageOf } from '../../roster/adoptRoster'
import { checkersIn, knowsAnswers } from '../../rounds/backchecks'
import { outcomeOf, roundChanges } from '../../rounds/roundChanges'
import type { ProjectStore } from '../../store/ProjectStore'

/** What a check can be drawn from, and who may go to which household. */
export interface CheckFrame {
  readonly villages: readonly CheckVillage[]
  /** By household without a back-checker: those of the checkers who did not answer in it. */
  readonly mayGo: ReadonlyMap<string, readonly string[]>
  /** By household: who back-checks it already. */
  readonly given: ReadonlyMap<string, string>
}

/** The enumerated households of the project, those found in the field among them. */
export async function checkFrameOf(store: ProjectStore, checkers: readonly string[]): Promise<CheckFrame> {
  const villages: CheckVillage[] = []
  const mayGo = new Map<string, readonly string[]>()
  const given = new Map<string, string>()
  for await (const ofVillage of projectHouseholds(store)) {
    const village = villageOf(ofVillage[0].household)
    const changes = await store.changesOfHouseholds(ofVillage.map(({ household }) => household.id))
    const households: string[] = []
    for (const { household } of ofVillage) {
      const own = changes.get(household.id) ?? []
      if (!isFinished(outcomeOf(roundChanges(own, 'first'))?.value)) continue
      households.push(household.id)
      const [known] = checkersIn(own)
      if (known === undefined)
        mayGo.set(
          household.id,
          checkers.filter((checker) => !knowsAnswers(own, checker)),
        )
      else given.set(household.id, known)
    }
    if (households.length > 0) villages.push({ village, township: townshipKey(village), households })
  }
  return { villages, mayGo, given }
}
