/**
 * The census workbook of a county: 20,000 households with formulas and lists, 60,000 with values and the lists apart. Each in a process
 * of its own, household by household as the terminal makes it: time, peak memory (aim 1.6 GB for 60,000) and the size of the files.
 * Run: `npm run bench censusWorkbook`; `CENSUS_BOOK=40000:40000` takes so many households, with formulas up to so many.
 */
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { newReplica } from '../../src/adapters/crypto/newReplica'
import { writeReview } from '../../src/adapters/excel/writeReview'
import { writeWorkbook } from '../../src/adapters/excel/writeWorkbook'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { AREA_FORMS } from '../../src/adapters/resources/areaForms'
import { censusTables } from '../../src/adapters/resources/censusTables'
import { formsWith } from '../../src/adapters/resources/instruments'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { textsOf } from '../../src/adapters/resources/texts'
import type { AnswerRecord } from '../../src/application/assess/AnswerRecord'
import { writeAnswers } from '../../src/application/assess/writeAnswers'
import { CensusTally } from '../../src/application/census/CensusTally'
import { CensusWorkbook } from '../../src/application/census/workbook/CensusWorkbook'
import { CENSUS } from '../../src/application/programmes/census'
import { villageOf } from '../../src/application/roster/adoptRoster'
import { practiceCensus } from '../../src/cli/practiceCensus'
import type { PracticeHousehold } from '../../src/domain/practice/PracticeHousehold'
import { AUTHOR } from '../builders/aMemoryProject'
import { FILLED_COUNTY, FILLED_VILLAGE } from '../builders/areaAnswers'
import { someStandards } from '../builders/someStandards'

const SIZES = (process.env['CENSUS_BOOK'] ?? '20000:20000 60000:20000').split(' ')
const AIM = { households: 60_000, megabytes: 1638 }

const [job] = process.argv.slice(2)
if (job === undefined) for (const size of SIZES) inOwnProcess(size)
else await measure(job)

async function measure(job: string): Promise<void> {
  const [households = 0, formulasUpTo = 0] = job.split(':').map(Number)
  const forms = formsWith(undefined, 'census')
  if (!forms.ok) throw new Error('no forms')
  const rules = { standards: someStandards(), programme: CENSUS, ...forms.value }
  const areas = { villages: new Map<string, typeof FILLED_VILLAGE>(), county: FILLED_COUNTY }
  const counting = { rules, areaForms: AREA_FORMS }
  const tally = new CensusTally({ ...counting, tablesOf: censusTables, areas, samplings: null })
  const terms = { texts: textsOf('zh-CN'), isIdInFull: false, isSampled: false, project: 'p' }
  const workbook = new CensusWorkbook({ ...terms, ...counting, formulasUpTo })
  const began = performance.now()
  for (const village of villages(practiceCensus({ households, seed: 1, hash: (text) => text })))
    await take(village)
  const counted = performance.now()
  const count = tally.done()
  const { standards: edition, sources } = STANDARDS
  const frame = { areas, standards: rules.standards, edition, sources }
  tell('taken in', began, counted)
  const main = await writeReview(workbook.sheets(count, frame), workbook.mark(count, frame))
  await save(main, 'census')
  tell(`written (${megabytes(main.byteLength)})`, counted, performance.now())
  if (workbook.areListsApart) {
    const from = performance.now()
    const lists = await writeWorkbook(workbook.lists())
    await save(lists, 'census-lists')
    tell(`lists written (${megabytes(lists.byteLength)})`, from, performance.now())
  }
  const peak = process.resourceUsage().maxRSS / 1024
  const isMissed = households >= AIM.households && peak > AIM.megabytes
  console.log(`  peak ${peak.toFixed(0)} MB${isMissed ? `  MISSED (aim ${AIM.megabytes})` : ''}`)
  if (isMissed) process.exitCode = 1

  async function take(village: readonly PracticeHousehold[]): Promise<void> {
    const store = new MemoryStore('bench', newReplica())
    const records = village.flatMap(({ household, answers }) =>
      answers.map((answer): AnswerRecord => {
        const origin = { household: household.id, round: 'first', at: null, by: null } as const
        return { evidence: 'respondent', ...answer, ...origin }
      }),
    )
    await writeAnswers(store, records, { ...AUTHOR, instrumentVersion: 'census-1', copy: 'answers' })
    const changes = await store.changesOfHouseholds(village.map(({ household }) => household.id))
    for (const { household } of village) {
      const taken = { household, changes: changes.get(household.id) ?? [], isFound: false }
      areas.villages.set(villageOf(household), FILLED_VILLAGE)
      const interview = tally.take(taken)
      if (interview !== null) workbook.add(taken, interview)
    }
  }
}

function* villages(households: Iterable<PracticeHousehold>): Generator<readonly PracticeHousehold[]> {
  let village: PracticeHousehold[] = []
  for (const each of households) {
    const [first] = village
    if (first !== undefined && villageOf(first.household) !== villageOf(each.household)) {
      yield village
      village = []
    }
    village.push(each)
  }
  yield village
}

/** Kept where `CENSUS_BOOK_OUT` names a folder, to be opened by a spreadsheet program. */
async function save(bytes: Uint8Array, name: string): Promise<void> {
  const folder = process.env['CENSUS_BOOK_OUT']
  if (folder !== undefined) await writeFile(`${folder}/${name}.xlsx`, bytes)
}

function tell(what: string, from: number, to: number): void {
  const rss = process.memoryUsage().rss / 2 ** 20
  console.log(`  ${what}: ${((to - from) / 1000).toFixed(1)} s; ${rss.toFixed(0)} MB now`)
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`
}

function inOwnProcess(size: string): void {
  console.log(`${size.split(':')[0]} households, formulas up to ${size.split(':')[1]}`)
  const script = fileURLToPath(import.meta.url)
  const child = spawnSync(process.execPath, [...process.execArgv, script, size], { stdio: 'inherit' })
  if (child.status !== 0) process.exitCode = 1
}
