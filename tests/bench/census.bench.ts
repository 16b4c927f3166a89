/**
 * The tables of a census: 60,000 households counted for the county and every village, beside DuckDB over the same answers in the same
 * process (aim: at most 3 times its time); then, from 300,000, the published shares, and the same counts as DuckDB to the last one.
 * Run: `npm run bench census`; `CENSUS_BENCH=60000` takes so many instead of 300,000.
 */
import { AREA_FORMS } from '../../src/adapters/resources/areaForms'
import { censusTables } from '../../src/adapters/resources/censusTables'
import { evaluateInterview } from '../../src/domain/interview/evaluateInterview'
import { CaseBook } from '../../src/domain/programmes/census/tables/CaseBook'
import { tabulate } from '../../src/domain/programmes/census/tables/tabulate'
import { CENSUS_FORM } from '../builders/aCensusInterview'
import { someStandards } from '../builders/someStandards'
import { CENSUS_SQL } from '../census/censusSql'
import { answersOf, generateHouseholds, generateVillages, villageOfNumber } from '../census/generateCensus'
import { countsInDuckDb, countsInTables, CensusCsv } from '../census/duckCensus'
import { offPublished } from '../census/offPublished'

const TIMED = 60_000
const PROVED = Number(process.env['CENSUS_BENCH'] ?? 300_000)
const AIM = 3
const ROUNDS = 7

const timed = await census(TIMED)
const connection = await timed.csv.load()
const ours: number[] = []
const theirs: number[] = []
// In turn, so that other work on the machine weighs on both.
for (let round = 0; round < ROUNDS; round++) {
  ours.push(await millisecondsOf(() => Promise.resolve(tabulate(timed.book, { isByArea: true }))))
  theirs.push(await millisecondsOf(askEverything))
}
connection.closeSync()
const [own, other] = [median(ours), median(theirs)]
console.log(`${TIMED} households, ${timed.book.persons.size} persons, ${timed.book.villages.length} villages`)
console.log(
  `coded from their interviews ${timed.coding.toFixed(0)} ms (evaluating them ${timed.evaluating.toFixed(0)} ms)`,
)
console.log(
  `all tables: ${own.toFixed(0)} ms; DuckDB ${other.toFixed(0)} ms; ${(own / other).toFixed(2)} times (aim ${AIM})`,
)
if (own / other > AIM) process.exitCode = 1

const proved = PROVED === TIMED ? timed : await census(PROVED)
const tables = tabulate(proved.book, { isByArea: true })
const off = offPublished(tables)
const database = await proved.csv.load()
const expected = await countsInDuckDb(database)
database.closeSync()
const found = countsInTables(tables)
const different = [...new Set([...expected.keys(), ...found.keys()])].filter(
  (key) => expected.get(key) !== found.get(key),
)
console.log(
  `${PROVED} households: ${found.size} counts, ${different.length} other than DuckDB's; shares off the published: ${off.length}`,
)
for (const line of [...off, ...different.slice(0, 10)]) console.log(`  ${line}`)
if (off.length + different.length > 0) process.exitCode = 1

/** Every table asked; what it answers is not read. */
async function askEverything(): Promise<void> {
  for (const sql of CENSUS_SQL.values()) await connection.run(sql)
}

async function census(count: number) {
  const book = new CaseBook(censusTables(CENSUS_FORM))
  const csv = new CensusCsv()
  const standards = someStandards()
  let [evaluating, coding] = [0, 0]
  for (const each of generateHouseholds(count, 1, 'published')) {
    const { household, village } = each
    const answers = answersOf(each)
    const began = performance.now()
    const interview = evaluateInterview(CENSUS_FORM, household, answers, standards)
    const evaluated = performance.now()
    book.addHousehold({ id: household.id, village, interview })
    coding += performance.now() - evaluated
    evaluating += evaluated - began
    csv.addHousehold(each)
  }
  for (const [number, said] of generateVillages(Math.ceil(count / 200), 2, 'published').entries()) {
    book.addVillage(villageOfNumber(number * 200), AREA_FORMS.village, said)
    csv.addVillage(number, said)
  }
  return { book, csv, evaluating, coding }
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}
