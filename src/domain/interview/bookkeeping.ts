import type { QuestionRef } from './Answers'

/** Path of the change that begins an interview; its value pins the version of the form. */
export const BEGUN = 'begun'

/** Whether these changes hold anything but the beginning: an interview that was only opened has no content. */
export function hasContent(changes: readonly { readonly path: string }[]): boolean {
  return changes.some(({ path }) => path !== BEGUN)
}

/** Before the path of a text that is still being typed; see draft.ts. */
export const DRAFT = 'draft/'

/** Path of the one text that was being typed last, as it was kept before there could be several. */
const ONLY_DRAFT = 'draft'

export function isDraft(path: string): boolean {
  return path === ONLY_DRAFT || path.startsWith(DRAFT)
}

/** Before the id of a note and the path of the answer that it belongs to; see notes.ts. */
export const NOTES = 'notes/'

/** Path of the change that says that an interview was taken on paper; see paper.ts. */
export const PAPER = 'paper'

/** Path of the change that begins a correction of a finished interview; its value is the reason. */
export const REOPENED = 'reopened'

/** Before the path of an answer, or `interview`: what the lead wants looked at again; null once it was. */
export const RETURNED = 'returned/'

/** Before the id of an answer's change: hash of the ledger or the conclusion that it was given for. */
export const GIVEN_FOR = 'given_for/'

/** Before a ledger line's id and the hash of the ledger in which it was read to the household. */
export const READ = 'read/'

/** The round that an interview's entity id (household, round, copy) names. */
export function roundOf(interview: string): string | undefined {
  return interview.split('/').at(-2)
}

const OVERRIDES = 'overrides/'

/** Path of the written reason for which a warning was passed over. */
export function overridePath(check: string, { member, line }: Omit<QuestionRef, 'question'>): string {
  const place = member !== undefined ? `/members/${member}` : line !== undefined ? `/lines/${line}` : ''
  return `${OVERRIDES}${check}${place}`
}

/** Whether a path of an interview holds something about the interview rather than an answer. */
export function isBookkeeping(path: string): boolean {
  return (
    path === BEGUN ||
    path === REOPENED ||
    path === PAPER ||
    isHearing(path) ||
    isDraft(path) ||
    isNote(path) ||
    isOverride(path) ||
    isReturn(path)
  )
}

/** What the household heard: which line was read out, and which ledger or conclusion an answer was given for. */
export function isHearing(path: string): boolean {
  return path.startsWith(GIVEN_FOR) || path.startsWith(READ)
}

export function isNote(path: string): boolean {
  return path.startsWith(NOTES)
}

export function isOverride(path: string): boolean {
  return path.startsWith(OVERRIDES)
}

export function isReturn(path: string): boolean {
  return path.startsWith(RETURNED)
}
