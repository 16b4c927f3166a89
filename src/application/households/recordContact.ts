import { elementOfDraft } from '../../domain/changes/ChangeDraft'
import type { Change } from '../../domain/changes/Change'
import type { ContactWords } from '../../domain/fieldwork/Contact'
import { refusal, type Result } from '../../domain/shared/Result'
import { draftHouseholdFact, HOUSEHOLD_FACTS } from '../facts/householdFacts'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'

/** Records a try to meet a household. Refused: `contact_appointment_missing`, where one was made and it is not said for when. */
export async function recordContact(
  store: ProjectStore,
  household: string,
  words: ContactWords,
  author: Author,
): Promise<Result<readonly Change[]>> {
  const isMade = words.result === 'appointment'
  if (isMade && words.appointment === null) return refusal('contact_appointment_missing', household)
  const value = { ...words, appointment: isMade ? words.appointment : null, note: words.note.trim() }
  return store.write([
    draftHouseholdFact(household, HOUSEHOLD_FACTS.contact, [elementOfDraft(0)], value, author),
  ])
}

/** Takes back a try that was recorded by mistake; its change and who took it back stay in the history. */
export function takeContactBack(
  store: ProjectStore,
  household: string,
  path: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  return store.write([{ entity: 'household', entityId: household, path, value: null, ...author }])
}
