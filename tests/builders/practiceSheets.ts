import { PRACTICE } from '../../src/adapters/resources/practice'
import { STANDARDS } from '../../src/adapters/resources/standards'
import { digest } from '../../src/adapters/crypto/digest'
import { textsOf } from '../../src/adapters/resources/texts'
import type { AnswerRecord } from '../../src/application/assess/AnswerRecord'
import { assessProject } from '../../src/application/assess/assessProject'
import { practiceCounty } from '../../src/application/practice/practiceCounty'
import { Review } from '../../src/application/review/Review'
import { reviewInputsOf } from '../../src/application/review/ReviewInputs'
import { frameOf } from '../../src/application/sampling/frameOf'
import { makeSample } from '../../src/application/sampling/makeSample'
import type { RecordedDraw } from '../../src/application/sampling/sampleDraws'
import type { Language } from '../../src/application/texts/Texts'
import { ReviewWorkbook } from '../../src/application/workbook/ReviewWorkbook'
import type { WorkbookFrame } from '../../src/application/workbook/WorkbookInput'
import type { WorkbookSheet } from '../../src/application/workbook/WorkbookSheet'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import { valueOf } from '../contracts/projectStoreContract'
import { aPlan } from './aFrame'
import { aMemoryProject, RULES } from './aMemoryProject'
import { INSTRUMENT } from './anInterview'

/** What is changed of the county before it is judged, and of the workbook's frame. */
interface Changed {
  readonly household?: (household: RosterHousehold) => RosterHousehold
  readonly answer?: (answer: AnswerRecord) => readonly AnswerRecord[]
  readonly frame?: Partial<WorkbookFrame>
  /** Whether whoever writes the workbook may not see a household. */
  readonly hidden?: (household: RosterHousehold, index: number) => boolean
}

/** Every sheet that a review workbook can have, of a practice county of 60 households whose villages were drawn. */
export async function practiceSheets(
  language: Language,
  changed: Changed = {},
): Promise<readonly WorkbookSheet[]> {
  const { household: change = (each) => each, answer = (each) => [each], hidden = () => false } = changed
  const county = practiceCounty({ households: 60, seed: 3, hash: (text) => text }, PRACTICE, INSTRUMENT)
  const households = county.households.map(change)
  const store = await aMemoryProject(households, county.answers.flatMap(answer))
  const inputs = { ...(await reviewInputsOf(store)), areVillagesDrawn: true }
  const review = new Review(inputs, RULES)
  const texts = textsOf(language)
  const workbook = new ReviewWorkbook({ texts, isIdInFull: false, isSampled: true, project: 'p' })
  let index = 0
  for await (const each of assessProject(store, RULES))
    workbook.add({ ...review.take(each, undefined), isHidden: hidden(each.household, index++) })
  const frame = review.frame(review.report(), STANDARDS)
  return workbook.sheets({ ...frame, draws: [drawOf(households)], ...changed.frame })
}

function drawOf(households: readonly RosterHousehold[]): RecordedDraw {
  const plan = aPlan({ seed: '甲', size: { by: 'number', households: 5 } })
  const { log } = valueOf(makeSample(frameOf(households), plan, { digest, salt: 'salt' }))
  return { log, person: '甲', at: '2020-07-01T00:00:00Z', reason: '', isInForce: true }
}
