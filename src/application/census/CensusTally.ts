import type { Change } from '../../domain/changes/Change'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { idNumberIn } from '../../domain/interview/idNumberIn'
import { outcomeIn, type Interview } from '../../domain/interview/Interview'
import type { AreaAnswers, AreaForm, AreaKind } from '../../domain/programmes/census/AreaForm'
import type { CoverageRow } from '../../domain/programmes/census/coverage/Coverage'
import { coverageOf, type CoverageReport } from '../../domain/programmes/census/coverage/coverageOf'
import { CaseBook } from '../../domain/programmes/census/tables/CaseBook'
import type { CompiledTable } from '../../domain/programmes/census/tables/CompiledTable'
import type { Sampling } from '../../domain/sampling/Sampling'
import { areaParts } from '../../domain/villages/areaParts'
import { townshipKey } from '../../domain/villages/townshipKey'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { AssessmentRules } from '../assess/assessHousehold'
import { villageOf } from '../roster/adoptRoster'
import { samplingFrom } from '../sampling/projectSample'
import { censusInterview } from './censusInterview'

/** What a census counts besides its households, and how. */
export interface CensusCounting {
  readonly rules: AssessmentRules
  /** The tables compiled for a form. */
  readonly tablesOf: (instrument: Instrument) => readonly CompiledTable[]
  readonly areaForms: Readonly<Record<AreaKind, AreaForm>>
  readonly areas: GivenAreas
  /** What each household counts for; null where none was drawn: everybody counts once. */
  readonly samplings: ReadonlyMap<string, Sampling> | null
}

/** What villages' and the county's forms say. */
export interface GivenAreas {
  /** By `villageOf`. */
  readonly villages: ReadonlyMap<string, AreaAnswers>
  /** Null where its form was not given. */
  readonly county: AreaAnswers | null
}

export interface CensusCount {
  readonly book: CaseBook
  readonly coverage: CoverageReport
  /** Where each household of the book stands, in its order. */
  readonly rows: readonly CoverageRow[]
  /** How each household of the book was drawn, in its order; null where none was. */
  readonly samplings: readonly Sampling[] | null
}

/** A household as the census takes it in. */
export interface CensusHousehold {
  readonly household: RosterHousehold
  readonly changes: readonly Change[]
  /** Met in the field; the list lacks it. */
  readonly isFound: boolean
}

/**
 * Codes households once for all tables, as they come. In a sampled county only the drawn ones are counted. Every village of the
 * list is a case of the tables of villages.
 */
export class CensusTally {
  readonly #book: CaseBook
  readonly #rows: CoverageRow[] = []
  readonly #drawn: Sampling[] = []

  constructor(private readonly counting: CensusCounting) {
    this.#book = new CaseBook(counting.tablesOf(counting.rules.currentInstrument))
  }

  /** The cases so far; those of the household that was taken in last are the last. */
  get book(): CaseBook {
    return this.#book
  }

  /** Takes a household in. Returns its interview as it is counted; null where it is not, since it was not drawn. */
  take({ household, changes, isFound }: CensusHousehold): Interview | null {
    const { rules, tablesOf, samplings } = this.counting
    const { id } = household
    const sampling = samplings && samplingFrom(samplings, id)
    if (sampling !== null && sampling.weight <= 0) return null
    if (sampling !== null) this.#drawn.push(sampling)
    const interview = censusInterview(household, changes, rules)
    const village = villageOf(household)
    this.#book.addHousehold({ id, village, interview }, tablesOf(interview.instrument))
    this.#rows.push({
      village,
      township: townshipKey(village),
      household: id,
      isFound,
      outcome: outcomeIn(interview),
      ids: idNumbersOf(interview),
    })
    return interview
  }

  /** When all households were taken in; again once the forms of areas say something else. */
  done(areas = this.counting.areas): CensusCount {
    addAreas(this.#book, this.counting.areaForms, areas)
    const { samplings } = this.counting
    const coverage = coverageOf(this.#rows)
    return { book: this.#book, coverage, rows: this.#rows, samplings: samplings && this.#drawn }
  }
}

/** ID numbers of those who have not left or died: as answered, else as listed. */
function idNumbersOf(interview: Interview): readonly string[] {
  return interview.members.flatMap((member) =>
    member.facts.isPresent ? (idNumberIn(interview, member) ?? []) : [],
  )
}

function addAreas(book: CaseBook, areaForms: CensusCounting['areaForms'], areas: GivenAreas): void {
  book.forgetAreas()
  const villages = new Set([...book.villages, ...areas.villages.keys()])
  for (const village of villages)
    book.addVillage(village, areaForms.village, areas.villages.get(village) ?? {})
  if (areas.county !== null)
    book.addCounty(areaParts(book.villages[0] ?? '').county, areaForms.county, areas.county)
}
