import { PRACTICE } from '../../src/adapters/resources/practice'
import { assessProject } from '../../src/application/assess/assessProject'
import type { HouseholdAssessment } from '../../src/application/assess/assessHousehold'
import { writeDeterminations } from '../../src/application/determination/writeDeterminations'
import { PROJECT_FACTS, draftProjectFact } from '../../src/application/facts/projectFacts'
import { practiceCounty } from '../../src/application/practice/practiceCounty'
import { reviewAssessed, type ProjectReview } from '../../src/application/review/reviewAssessed'
import { reviewInputsOf } from '../../src/application/review/ReviewInputs'
import { currentRoster } from '../../src/application/roster/adoptRoster'
import { keptProblems } from '../../src/application/roster/keptProblems'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import type { Language } from '../../src/application/texts/Texts'
import { reviewFiles } from '../../src/cli/reviewOutput'
import { AUTHOR, aMemoryProject, RULES } from '../builders/aMemoryProject'
import { INSTRUMENT } from '../builders/anInterview'
import { valueOf } from '../contracts/projectStoreContract'

/** What the keys of the practice workbook are made with. */
export const PRACTICE_SALT = '盐'

/** The review workbook of `practiceReview`, as the terminal writes it. */
export async function practiceWorkbook(language: Language): Promise<Uint8Array> {
  const review = await practiceReview(language)
  const wanted = { out: 'review.xlsx', fullIds: null, json: false, isVerbose: false, language }
  const content = await reviewFiles(review, PRACTICE_SALT, wanted)[0]?.contentOf()
  if (!(content instanceof Uint8Array)) throw new Error('the review has no workbook')
  return content
}

/** A practice county of 120 households, with one decision and one problem of the list. */
export async function practiceReview(language: Language): Promise<ProjectReview> {
  const plan = { households: 120, seed: 3, hash: (text: string) => text }
  const { households, answers } = practiceCounty(plan, PRACTICE, INSTRUMENT)
  const store = await aMemoryProject(households, answers)
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, RULES)) assessments.push(each)
  await decideOne(store, assessments)
  await keepProblem(store)
  return reviewAssessed(store, assessments, await reviewInputsOf(store), RULES, language)
}

async function decideOne(store: ProjectStore, assessments: readonly HouseholdAssessment[]): Promise<void> {
  const suspect = assessments.find(({ judgement }) => judgement.conclusion === 'suspected_wrong_exit')
  if (suspect === undefined) throw new Error('the practice county has a suspicion')
  const { id, status } = suspect.household
  const decision = {
    household: id,
    determination: 'wrong_exit',
    reason: '核查过',
    by: '甲',
    line: 1,
  } as const
  const confirmed = { ...decision, confirmedBy: '乙', confirmedHow: 'same_device' } as const
  const judged = new Map([[id, { status, conclusion: 'suspected_wrong_exit' as const }]])
  valueOf(await writeDeterminations(store, [confirmed], judged, AUTHOR))
}

async function keepProblem(store: ProjectStore): Promise<void> {
  const roster = (await currentRoster(store)) ?? ''
  const place = { file: 'a.xlsx', sheet: '名单', cell: 'I5' }
  const problems = keptProblems([{ code: 'id_checksum', severity: 'warning', place, value: '1' }])
  valueOf(await store.write([draftProjectFact(PROJECT_FACTS.rosterProblems, [roster], problems, AUTHOR)]))
}
