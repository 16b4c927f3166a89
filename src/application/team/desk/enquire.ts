import type { Change } from '../../../domain/changes/Change'
import { elementOfDraft, type ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { foldChanges } from '../../../domain/changes/foldChanges'
import { refusal, type Result } from '../../../domain/shared/Result'
import { enquiriesIn, isEnquiryPath, type Enquiry, type EnquiryWords } from '../../../domain/team/Enquiry'
import { partsOf } from '../../facts/Fact'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../../facts/householdFacts'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../../facts/projectFacts'
import type { Author } from '../../interview/recordAnswers'
import type { ProjectStore } from '../../store/ProjectStore'
import { deviceOf } from '../roll/deviceOf'
import { signSegments } from '../packages/signSegments'
import type { TeamPort } from '../TeamPort'

/**
 * Puts a question about a household to another device of the roll. Refused: `question_empty`, `team_unled`, `not_saved`.
 */
export function putQuestion(
  store: ProjectStore,
  { household, ...words }: Omit<EnquiryWords, 'from'> & { readonly household: string },
  author: Author,
  port: TeamPort,
): Promise<Result<readonly Change[]>> {
  const text = words.text.trim()
  if (text === '') return Promise.resolve(refusal('question_empty'))
  return writeApart(store, port, (from) => [
    draftHouseholdFact(
      household,
      HOUSEHOLD_FACTS.enquiry,
      [elementOfDraft(0)],
      { ...words, text, from },
      author,
    ),
    // Names the household in the project, so that a list need not ask every household.
    draftProjectFact(PROJECT_FACTS.enquired, [household], true, author),
  ])
}

/** Answers a question that was put to this device. Refused: `question_empty`, `team_unled`, `not_saved`. */
export function answerQuestion(
  store: ProjectStore,
  { id, household }: Pick<Enquiry, 'id' | 'household'>,
  text: string,
  author: Author,
  port: TeamPort,
): Promise<Result<readonly Change[]>> {
  const value = text.trim()
  if (value === '') return Promise.resolve(refusal('question_empty'))
  const { enquiryAnswer } = HOUSEHOLD_FACTS
  return writeApart(store, port, () => [draftHouseholdFact(household, enquiryAnswer, [id], value, author)])
}

/** Every question of the project that is known here, oldest first within a household. */
export async function enquiriesOf(store: ProjectStore): Promise<readonly Enquiry[]> {
  const project = foldChanges(await store.changesOf('project', PROJECT))
  const households = [...project.keys()].flatMap((path) => partsOf(PROJECT_FACTS.enquired, path) ?? [])
  return [...(await store.changesOfHouseholds(households))].flatMap(([household, changes]) =>
    enquiriesIn(household, changes),
  )
}

/** Of a household's changes what a question's or an answer's package brings: nothing of its interviews. */
export function isOfEnquiry({ entity, path }: Pick<Change, 'entity' | 'path'>): boolean {
  return entity === 'household' && isEnquiryPath(path)
}

/** Writes in a segment of its own, so that it can be passed on without anything else of its household. */
async function writeApart(
  store: ProjectStore,
  port: TeamPort,
  drafts: (own: string) => readonly ChangeDraft[],
): Promise<Result<readonly Change[]>> {
  const keys = await deviceOf(store)
  if (keys === undefined) return refusal('team_unled')
  const before = await signSegments(store, keys, port)
  if (!before.ok) return before
  const written = await store.write(drafts(keys.device))
  if (!written.ok) return written
  const after = await signSegments(store, keys, port)
  return after.ok ? written : after
}
