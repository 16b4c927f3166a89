import type { SettledHousehold } from '../../domain/fieldwork/Fieldwork'
import { settleHouseholds } from '../../domain/fieldwork/settleHouseholds'
import type { Interview } from '../../domain/interview/Interview'
import type { AreaForm, AreaKind } from '../../domain/programmes/census/AreaForm'
import type { CaseBook } from '../../domain/programmes/census/tables/CaseBook'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { groupBy } from '../../domain/shared/groupBy'
import { refusals, success, type Result } from '../../domain/shared/Result'
import type { AnswerRecord } from '../assess/AnswerRecord'
import type { GivenText } from '../assess/GivenText'
import { writeAnswers } from '../assess/writeAnswers'
import type { Author } from '../households/addFoundHousehold'
import { readAnswersFile, readFieldworkFile } from '../review/readGiven'
import { villageOf } from '../roster/adoptRoster'
import { sampleOf, samplingsIn } from '../sampling/projectSample'
import type { SampleLog } from '../sampling/SampleLog'
import type { ProjectStore } from '../store/ProjectStore'
import {
  CensusTally,
  type CensusCount,
  type CensusCounting,
  type CensusHousehold,
  type GivenAreas,
} from './CensusTally'
import { parseCountyAnswers, readVillageAnswers, type ReadVillages } from './readAreaAnswers'

/** What was enumerated, in files of text. */
export interface GivenCensus {
  readonly answers: GivenText
  readonly fieldwork: GivenText | null
  readonly villages: GivenText | null
  readonly county: GivenText | null
  /** How the households were drawn; null where everybody was to be enumerated. */
  readonly sample: SampleLog | null
}

export interface CensusPorts extends Pick<CensusCounting, 'rules' | 'tablesOf' | 'areaForms'> {
  /** A fresh one: each village's answers become changes in their own, and are let go of once they are counted. */
  readonly newStore: () => ProjectStore
  /** Who lines are by that do not say, and when. */
  readonly author: Author
  /** Is told every household that is counted, with its interview, and the book in which its cases are the last. */
  readonly tell?: (household: CensusHousehold, interview: Interview, book: CaseBook) => void
}

/** A county that was counted. */
export interface TakenCensus extends CensusCount {
  /** What the files said of its areas. */
  readonly areas: GivenAreas
  readonly problems: readonly Problem[]
}

/** Counts a county from files, holding one village's changes at a time; with warnings. Refused: what is wrong with a file. */
export async function takeCensus(
  households: readonly RosterHousehold[],
  given: GivenCensus,
  ports: CensusPorts,
): Promise<Result<TakenCensus>> {
  const { rules, areaForms } = ports
  const fieldwork = await readFieldworkFile(households, given.fieldwork)
  if (!fieldwork.ok) return fieldwork
  const found = fieldwork.value.found.map(({ household }) => household)
  const answers = await readAnswersFile(households, fieldwork.value, given.answers, rules)
  const villages = await readVillages([...households, ...found], given.villages, areaForms)
  const county = await readCounty(given.county, areaForms)
  if (!answers.ok || !villages.ok || !county.ok)
    return refusals([answers, villages, county].flatMap((each) => (each.ok ? [] : each.problems)))

  const samplings = given.sample === null ? null : samplingsIn(sampleOf(given.sample))
  const areas: GivenAreas = { villages: villages.value.answers, county: county.value }
  const tally = new CensusTally({ ...ports, areas, samplings })
  const settled = settleHouseholds(households, { ...fieldwork.value, replacements: [] })
  const records = groupBy(answers.value.records, ({ household }) => household)
  for (const ofVillage of groupBy(settled, ({ household }) => villageOf(household)).values()) {
    const taken = await takeVillage(ofVillage, records, tally, ports)
    if (!taken.ok) return taken
  }
  const problems = [...answers.value.problems, ...villages.value.problems]
  return success({ ...tally.done(), areas, problems })
}

async function takeVillage(
  settled: readonly SettledHousehold[],
  records: ReadonlyMap<string, readonly AnswerRecord[]>,
  tally: CensusTally,
  { newStore, rules, author, tell }: CensusPorts,
): Promise<Result<null>> {
  const store = newStore()
  const keys = settled.map(({ household }) => household.id)
  const origin = { ...author, instrumentVersion: rules.currentInstrument.data.version, copy: 'answers' }
  const written = await writeAnswers(
    store,
    keys.flatMap((key) => records.get(key) ?? []),
    origin,
  )
  if (!written.ok) return written
  const changes = await store.changesOfHouseholds(keys)
  for (const { household, origin } of settled) {
    const taken = { household, changes: changes.get(household.id) ?? [], isFound: origin === 'found' }
    const interview = tally.take(taken)
    if (interview !== null) tell?.(taken, interview, tally.book)
  }
  return success(null)
}

async function readVillages(
  households: readonly RosterHousehold[],
  file: GivenText | null,
  { village }: Readonly<Record<AreaKind, AreaForm>>,
): Promise<Result<ReadVillages>> {
  if (file === null) return success({ answers: new Map(), problems: [] })
  const lines = await file.lines()
  if (!lines.ok) return lines
  const villages = [...new Set(households.map(villageOf))]
  return readVillageAnswers(lines.value, { file: file.name, form: village, villages })
}

async function readCounty(
  file: GivenText | null,
  { county }: Readonly<Record<AreaKind, AreaForm>>,
): Promise<Result<GivenAreas['county']>> {
  if (file === null) return success(null)
  const text = await file.text()
  return text.ok ? parseCountyAnswers(text.value, file.name, county) : text
}
