import type { CheckData, QuestionData } from '../../domain/instrument/Instrument'

/** Fields of an XLSForm that are no questions of the instrument: what goes out with these names comes back with them. */
export const FORM_NAMES = {
  identity: 'identity',
  household: 'household_key',
  assessor: 'assessor',
  start: 'start',
  end: 'end',
  member: 'member_key',
  memberChoice: 'member_choice',
  evidenceList: 'evidence',
  otherList: 'somebody_else',
} as const

/** Between a member's key and the name, in the choices of members; no key has one. */
export const CHOICE_SEPARATOR = '_'

/** How the answer to a question is known. */
export function evidenceOf(question: string): string {
  return `${question}_ev`
}

/** Whether somebody who is no member is meant. */
export function otherOf(question: string): string {
  return `${question}_other`
}

/** What is read out before a question. */
export function scriptOf(question: string): string {
  return `${question}_script`
}

/** Why answers stand although a check warns of them. */
export function reasonOf({ name }: Pick<CheckData, 'name'>): string {
  return `why_${name}`
}

/** Whether an XLSForm asks how an answer is known: not where it can be known in one way only, nor of pictures and sounds. */
export function asksEvidence(
  { type, evidence }: QuestionData,
  isWordless: (type: QuestionData['type']) => boolean,
): boolean {
  return evidence.length > 1 && !isWordless(type)
}
