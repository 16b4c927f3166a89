import type { Change } from '../../domain/changes/Change'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { choiceOf, outcomeIn, type Interview } from '../../domain/interview/Interview'
import type { AreaAnswers, AreaForm, AreaKind } from '../../domain/programmes/census/AreaForm'
import type { CoverageRow } from '../../domain/programmes/census/coverage/Coverage'
import { coverageOf, type CoverageReport } from '../../domain/programmes/census/coverage/coverageOf'
import { CaseBook } from '../../domain/programmes/census/tables/CaseBook'
import type { CompiledTable } from '../../domain/programmes/census/tables/CompiledTable'
import type { Sampling } from '../../domain/sampling/Sampling'
import { townshipKey } from '../../domain/villages/townshipKey'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { AssessmentRules } from '../assess/assessHousehold'
import { projectHouseholds } from '../households/projectHouseholds'
import { villageOf } from '../roster/adoptRoster'
import { samplingFrom } from '../sampling/projectSample'
import type { ProjectStore } from '../store/ProjectStore'
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

  take({ household, changes, isFound }: CensusHousehold): void {
    const { rules, tablesOf, samplings } = this.counting
    const { id } = household
    const sampling = samplings && samplingFrom(samplings, id)
    if (sampling !== null && sampling.weight <= 0) return
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
  }

  /** Once, when all households were taken in. */
  done(): CensusCount {
    addAreas(this.#book, this.counting)
    const { samplings } = this.counting
    return { book: this.#book, coverage: coverageOf(this.#rows), samplings: samplings && this.#drawn }
  }
}

/** Counts the households of a project, holding one village at a time. */
export async function countCensus(store: ProjectStore, counting: CensusCounting): Promise<CensusCount> {
  const tally = new CensusTally(counting)
  for await (const settled of projectHouseholds(store)) {
    const changes = await store.changesOfHouseholds(settled.map(({ household }) => household.id))
    for (const { household, origin } of settled)
      tally.take({ household, changes: changes.get(household.id) ?? [], isFound: origin === 'found' })
  }
  return tally.done()
}

/** ID numbers of those who have not left or died: as answered, else as listed. */
function idNumbersOf(interview: Interview): readonly string[] {
  const { instrument, members, roster } = interview
  const question = instrument.prefilled.get('idNumber')
  const listed = new Map(roster.members.map(({ id, idNumber }) => [id, idNumber]))
  return members.flatMap((member) => {
    const answered = question === undefined ? undefined : choiceOf(interview, member, question)
    return member.facts.isPresent ? (answered ?? listed.get(member.id) ?? []) : []
  })
}

function addAreas(book: CaseBook, { areaForms, areas }: CensusCounting): void {
  const villages = new Set([...book.villages, ...areas.villages.keys()])
  for (const village of villages)
    book.addVillage(village, areaForms.village, areas.villages.get(village) ?? {})
  if (areas.county !== null)
    book.addCounty(book.villages[0]?.split('/')[0] ?? '', areaForms.county, areas.county)
}
