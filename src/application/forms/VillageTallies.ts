import { CONCLUSIONS, type Conclusion } from '../../domain/programmes/assessment/conclusion/Conclusion'
import { CRITERIA } from '../../domain/programmes/assessment/criteria/Criterion'
import type { VillageForm } from '../../domain/villages/VillageForm'
import type { CountyReport } from '../measures/reportCounty'
import { villageOf } from '../roster/adoptRoster'
import type { ReviewedHousehold } from '../workbook/WorkbookInput'
import type { ConclusionTally, CriterionTally, FormVillage } from './FormContext'

/** What each village's own page says, by `villageOf`. */
export type VillageForms = ReadonlyMap<string, VillageForm>

interface VillageCounts {
  readonly name: string
  readonly township: string | null
  isAsked: boolean
  readonly tallies: CriterionTally[]
  readonly outcomes: Map<Conclusion, ConclusionTally>
}

/** What the forms about villages count of households, kept while these come one by one. */
export class VillageTallies {
  readonly #villages = new Map<string, VillageCounts>()
  #county: string | null = null

  /** `isAsked`: it is one that forms are wanted for, and so is its village. */
  add({ assessment }: ReviewedHousehold, isAsked: boolean): void {
    const { household, judgement } = assessment
    this.#county ??= household.county
    const village = this.#villageOf(villageOf(household), household.village ?? '', household.township)
    village.isAsked ||= isAsked
    const head = household.headName ?? household.id
    const { criteria, conclusion } = judgement
    if (criteria === null) return
    const before = village.outcomes.get(conclusion) ?? { conclusion, count: 0, heads: [] }
    village.outcomes.set(conclusion, {
      conclusion,
      count: before.count + 1,
      heads: [...before.heads, head],
    })
    for (const [at, criterion] of CRITERIA.entries()) {
      const { result, applicable } = criteria[criterion]
      const tally = village.tallies[at]
      if (tally === undefined || !applicable) continue
      village.tallies[at] = {
        ...tally,
        [result]: tally[result] + 1,
        unmetHeads: result === 'unmet' ? [...tally.unmetHeads, head] : tally.unmetHeads,
      }
    }
  }

  /** Of the first household that names one. */
  get countyName(): string | null {
    return this.#county
  }

  /** Every village that the report measures, in its order. */
  villages(
    report: CountyReport,
    forms: VillageForms,
  ): readonly { readonly village: FormVillage; readonly isAsked: boolean }[] {
    return report.villages.flatMap((measures) => {
      const counts = this.#villages.get(measures.village)
      if (counts === undefined) return []
      const { name, township, isAsked, tallies, outcomes } = counts
      const village = {
        name,
        township,
        measures,
        form: forms.get(measures.village) ?? {},
        tallies,
        outcomes: CONCLUSIONS.flatMap((conclusion) => outcomes.get(conclusion) ?? []),
      }
      return [{ village, isAsked }]
    })
  }

  #villageOf(key: string, name: string, township: string | null): VillageCounts {
    const known = this.#villages.get(key)
    if (known !== undefined) return known
    const tallies = CRITERIA.map((criterion): CriterionTally => ({
      criterion,
      met: 0,
      unmet: 0,
      undetermined: 0,
      unmetHeads: [],
    }))
    const village = { name, township, isAsked: false, tallies, outcomes: new Map() }
    this.#villages.set(key, village)
    return village
  }
}
