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
import { buildWorkbook } from '../../src/application/workbook/buildWorkbook'
import type { WorkbookSheet } from '../../src/application/workbook/WorkbookSheet'
import { EMPTY_COUNTY_FORM } from '../../src/domain/programmes/assessment/county/CountyForm'
import { RULES } from '../builders/aMemoryProject'
import { measuredHouseholds } from '../builders/measuredHouseholds'

const COUNTIES = 10
const HOUSEHOLDS = 2_000

/** The sheets of the review workbook of 20,000 interviewed households, ten practice counties in one. */
export async function sheetsOfCounties(): Promise<readonly WorkbookSheet[]> {
  const assessments: HouseholdAssessment[] = []
  for (let seed = 1; seed <= COUNTIES; seed += 1) assessments.push(...(await assessedCounty(seed)))
  const { standards } = RULES
  const county = { totals: null, reading: null }
  return buildWorkbook({
    households: assessments.map((assessment) => ({ assessment })),
    project: 'bench',
    isSampled: false,
    report: reportCounty(measuredHouseholds(assessments, new Map()), county, standards),
    villageForms: new Map(),
    countyForm: EMPTY_COUNTY_FORM,
    readingChoices: [],
    draws: [],
    rosterProblems: [],
    standards,
    edition: STANDARDS.standards,
    sources: STANDARDS.sources,
    isIdInFull: false,
    texts: textsOf('zh-CN'),
  })
}

async function assessedCounty(seed: number): Promise<readonly HouseholdAssessment[]> {
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
