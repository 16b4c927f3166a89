import type { AreaForm, AreaKind } from '../../domain/programmes/census/AreaForm'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import type { GivenText } from '../assess/GivenText'
import { writeAnswers } from '../assess/writeAnswers'
import type { Author } from '../households/addFoundHousehold'
import { writeFieldwork } from '../households/writeFieldwork'
import { readAnswersFile, readFieldworkFile } from '../review/readGiven'
import { adoptRoster, villageOf } from '../roster/adoptRoster'
import { sampleOf, samplingsIn } from '../sampling/projectSample'
import type { SampleLog } from '../sampling/SampleLog'
import type { ProjectStore } from '../store/ProjectStore'
import { countCensus, type CensusCount, type CensusCounting, type GivenAreas } from './countCensus'
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
  /** A fresh one. */
  readonly store: ProjectStore
  /** Who lines are by that do not say, and when. */
  readonly author: Author
}

/** Takes files into a fresh store, and counts the county from there; with warnings. Refused: what is wrong with a file. */
export async function takeCensus(
  households: readonly RosterHousehold[],
  given: GivenCensus,
  ports: CensusPorts,
): Promise<Result<CensusCount & { readonly problems: readonly Problem[] }>> {
  const { store, rules, areaForms, author } = ports
  const fieldwork = await readFieldworkFile(households, given.fieldwork)
  if (!fieldwork.ok) return fieldwork
  const found = fieldwork.value.found.map(({ household }) => household)
  const answers = await readAnswersFile(households, fieldwork.value, given.answers, rules)
  const villages = await readVillages([...households, ...found], given.villages, areaForms)
  const county = await readCounty(given.county, areaForms)
  if (!answers.ok || !villages.ok || !county.ok)
    return refusals([answers, villages, county].flatMap((each) => (each.ok ? [] : each.problems)))

  const instrumentVersion = rules.currentInstrument.data.version
  for (const step of [
    () => writeAnswers(store, answers.value.records, { ...author, instrumentVersion, copy: 'answers' }),
    () => adoptRoster(store, households, author),
    () => writeFieldwork(store, fieldwork.value, author),
  ]) {
    const written = await step()
    if (!written.ok) return written
  }
  const samplings = given.sample === null ? null : samplingsIn(sampleOf(given.sample))
  const areas: GivenAreas = { villages: villages.value.answers, county: county.value }
  const counted = await countCensus(store, { ...ports, areas, samplings })
  return success({ ...counted, problems: [...answers.value.problems, ...villages.value.problems] })
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
