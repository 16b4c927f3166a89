import { beforeAll, describe, expect, it } from 'vitest'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { STANDARDS } from '../../../src/adapters/resources/standards'
import { textsOf } from '../../../src/adapters/resources/texts'
import { currentRoster } from '../../../src/application/roster/adoptRoster'
import { assessProject } from '../../../src/application/assess/assessProject'
import type { HouseholdAssessment } from '../../../src/application/assess/assessHousehold'
import { writeDeterminations } from '../../../src/application/determination/writeDeterminations'
import { summariseHousehold } from '../../../src/application/households/HouseholdSummary'
import { PROJECT_FACTS, draftProjectFact } from '../../../src/application/facts/projectFacts'
import { keptProblems } from '../../../src/application/roster/keptProblems'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import { measuredRows } from '../../../src/application/review/measuredRows'
import { Review } from '../../../src/application/review/Review'
import { reviewAssessed, type ProjectReview } from '../../../src/application/review/reviewAssessed'
import { reviewInputsOf, type ReviewInputs } from '../../../src/application/review/ReviewInputs'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { buildWorkbook } from '../../../src/application/workbook/buildWorkbook'
import { villageWork } from '../../../src/application/workbook/villageWork'
import type { ReviewedHousehold } from '../../../src/application/workbook/WorkbookInput'
import { choiceOf } from '../../../src/domain/interview/Interview'
import { aMemoryProject, AUTHOR, RULES } from '../../builders/aMemoryProject'
import { INSTRUMENT } from '../../builders/anInterview'
import { valueOf } from '../../contracts/projectStoreContract'

let store: ProjectStore
let inputs: ReviewInputs
/** As the terminal reviews. */
let told: ProjectReview

beforeAll(async () => {
  const plan = { households: 40, seed: 3, hash: (text: string) => text }
  const { households, answers } = practiceCounty(plan, PRACTICE, INSTRUMENT)
  store = await aMemoryProject(households, answers)
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, RULES)) assessments.push(each)
  const suspect = assessments.find(({ judgement }) => judgement.conclusion === 'suspected_wrong_exit')
  if (suspect === undefined) throw new Error('the practice county has a suspicion')
  const { id, status } = suspect.household
  const line = { household: id, determination: 'wrong_exit', reason: '核查过', by: '甲', line: 1 } as const
  valueOf(
    await writeDeterminations(
      store,
      [{ ...line, confirmedBy: '乙', confirmedHow: 'same_device' }],
      new Map([[id, { status, conclusion: 'suspected_wrong_exit' }]]),
      AUTHOR,
    ),
  )
  const problem = { code: 'id_checksum', severity: 'warning', place: { cell: 'I5' }, value: '1' } as const
  const roster = (await currentRoster(store)) ?? ''
  const kept = draftProjectFact(PROJECT_FACTS.rosterProblems, [roster], keptProblems([problem]), AUTHOR)
  valueOf(await store.write([kept]))
  inputs = await reviewInputsOf(store)
  told = await reviewAssessed(store, assessments, inputs, RULES, 'en')
})

describe('the review of a county', () => {
  it('is the same village by village, as the workbook’s worker makes it, as all at once', async () => {
    const review = new Review(inputs, RULES)
    const households: ReviewedHousehold[] = []
    for await (const village of villageWork(store, AUTHOR.person))
      for (const { household, changes } of village) households.push(review.judge(household, changes))
    expect(review.report()).toEqual(told.report)
    const terms = { texts: textsOf('en'), isIdInFull: false, project: 'p', isSampled: false }
    const sheetsOf = (own: Review, some: readonly ReviewedHousehold[]) => {
      const sheets = buildWorkbook({ ...own.frame(own.report(), STANDARDS), ...terms, households: some })
      return sheets.map(({ name, rows }) => ({ name, rows }))
    }
    expect(sheetsOf(review, households)).toEqual(sheetsOf(told.review, told.households))
  })
  it('is the same from the summaries that a list keeps, as the county’s page makes it', () => {
    const rows = told.assessments.map((assessment) => {
      const { interview, household } = assessment
      const outcome = choiceOf(interview, interview.household, 'visit_outcome') ?? null
      return { household, summary: summariseHousehold(assessment, outcome) }
    })
    const measured = measuredRows(rows, told.determinations, inputs)
    expect(reportCounty(measured, inputs.county, RULES.standards)).toEqual(told.report)
  })
  it('counts what people determined, and has the problems that the project kept of its list', () => {
    const wrong = told.report.villages.reduce((sum, { determinedWrong }) => sum + determinedWrong, 0)
    expect(wrong).toBe(1)
    const { rosterProblems } = told.review.frame(told.report, STANDARDS)
    expect(rosterProblems.map(({ code }) => code)).toEqual(['id_checksum'])
  })
})
