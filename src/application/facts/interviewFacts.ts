import * as v from 'valibot'
import { BEGUN, DRAFT, GIVEN_FOR, NOTES, READ, REOPENED, RETURNED } from '../../domain/interview/bookkeeping'
import { WITHDRAWN } from '../../domain/interview/returns'
import type { Json } from '../../domain/shared/Json'
import type { Fact } from './Fact'
import { hash, object, text, textOrNull, yes } from './factValues'

/** What is said about an interview and its elements; its answers are those of the form (`KnownForms`). */
export const INTERVIEW_FACTS: readonly Fact[] = [
  { path: BEGUN, value: text },
  { path: REOPENED, value: text },
  { path: 'members/*', value: textOrNull },
  { path: 'lines/*', value: textOrNull },
  { path: `${GIVEN_FOR}*`, value: hash },
  { path: `${READ}*/*`, value: yes },
  // As drafts were kept before there could be several.
  { path: 'draft', value: v.nullable(v.union([text, object])) },
  { path: `${DRAFT}**`, value: text },
  { path: `${NOTES}*/**`, value: textOrNull },
  { path: 'overrides/*', value: text },
  { path: 'overrides/*/members/*', value: text },
  { path: 'overrides/*/lines/*', value: text },
  {
    path: `${RETURNED}**`,
    value: v.union([text, v.null(), v.literal(WITHDRAWN)]),
    leads: 'return',
    // Whoever was sent an interview back takes the comments off, with the reply.
    isMembers: (value) => value === null,
  },
]

/** An answer, or that it is taken back; whether it is a choice or in its range is checked where it is read. */
export const ANSWER: Fact = { path: '**', value: v.custom<Json>(isAnswerValue) }

/** Asked of every answer of a merge: a schema of choices makes an issue for each that does not fit. */
function isAnswerValue(value: unknown): boolean {
  if (value === null || typeof value === 'string') return true
  return Array.isArray(value)
    ? value.every((each) => typeof each === 'string') || value.every(isStroke)
    : Number.isFinite(value)
}

function isStroke(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => Number.isFinite(each))
}
