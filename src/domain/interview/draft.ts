import { byAge } from '../changes/foldChanges'
import type { Change } from '../changes/Change'
import type { Json } from '../shared/Json'
import type { QuestionRef } from './Answers'
import { DRAFT } from './bookkeeping'

/** Text that was being typed into a question and not yet ended. */
export interface Draft {
  readonly ref: QuestionRef
  readonly text: string
}

/**
 * What the hand was in the middle of when the app ended, told by the changes: a draft counts only as long as nothing
 * came behind it. An answer, or the next draft, makes it moot, so that nobody has to clear it away.
 */
export function draftIn(changes: readonly Change[]): Draft | null {
  if (changes.length === 0) return null
  const last = changes.reduce((latest, each) => (byAge(latest, each) < 0 ? each : latest))
  return last.path === DRAFT ? draftOf(last.value) : null
}

export function draftValue({ ref, text }: Draft): Json {
  return { ...ref, text }
}

function draftOf(value: Json): Draft | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const { question, member, line, text } = value as Readonly<Record<string, Json>>
  if (typeof question !== 'string' || typeof text !== 'string') return null
  return {
    ref: {
      question,
      ...(typeof member === 'string' && { member }),
      ...(typeof line === 'string' && { line }),
    },
    text,
  }
}
