import { newReplica } from '../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { CURRENT_INSTRUMENT } from '../../src/adapters/resources/instruments'
import { PRACTICE } from '../../src/adapters/resources/practice'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { textsOf } from '../../src/adapters/resources/texts'
import { assessHousehold, type HouseholdAssessment } from '../../src/application/assess/assessHousehold'
import { writeAnswers } from '../../src/application/assess/writeAnswers'
import { reportCounty } from '../../src/application/measures/reportCounty'
import { practiceCounty } from '../../src/application/practice/practiceCounty'
import { measuredHousehold } from '../../src/application/measures/measuredHousehold'
import { ReviewWorkbook } from '../../src/application/workbook/ReviewWorkbook'
import type { WorkbookSheet } from '../../src/application/workbook/WorkbookSheet'
import { EMPTY_COUNTY_FORM } from '../../src/domain/programmes/assessment/county/CountyForm'
import type { MeasuredHousehold } from '../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { RULES } from '../builders/aMemoryProject'

const COUNTIES = 10
const HOUSEHOLDS = 2_000

/** The sheets of the review workbook of 20,000 interviewed households, ten practice counties in one; each is added as it is judged, as in the app. */
export async function sheetsOfCounties(): Promise<readonly WorkbookSheet[]> {
  const workbook = new ReviewWorkbook({
    texts: textsOf('zh-CN'),
    project: 'bench',
    isSampled: false,
    isIdInFull: false,
  })
  const measured: MeasuredHousehold[] = []
  for (let seed = 1; seed <= COUNTIES; seed += 1)
    for (const assessment of await assessedCounty(seed)) {
      workbook.add({ assessment })
      measured.push(measuredHousehold(assessment, undefined))
    }
  const { standards } = RULES
  return workbook.sheets({
    report: reportCounty(measured, { totals: null, reading: null }, standards),
    villageForms: new Map(),
    countyForm: EMPTY_COUNTY_FORM,
    readingChoices: [],
    draws: [],
    rosterProblems: [],
    standards,
    edition: STANDARDS.standards,
    sources: STANDARDS.sources,
  })
}

/** The judged households of a practice county of 2,000. */
export async function assessedCounty(seed: number): Promise<readonly HouseholdAssessment[]> {
  const plan = { households: HOUSEHOLDS, seed, hash: (text: string) => text }
  const { households, answers } = practiceCounty(plan, PRACTICE, RULES.currentInstrument)
  const store = new MemoryStore('bench', newReplica())
  const origin = {
    person: 'bench',
    at: '2020-12-31T08:00:00Z',
    instrumentVersion: CURRENT_INSTRUMENT,
    copy: 'bench',
  }
  const written = await writeAnswers(store, answers, origin)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  const changes = await store.changesOfHouseholds(households.map(({ id }) => id))
  return households.map((household) => assessHousehold(household, changes.get(household.id) ?? [], RULES))
}
