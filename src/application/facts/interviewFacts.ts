import * as v from 'valibot'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { AnswerValue } from '../../domain/interview/Answers'
import {
  BEGUN,
  DRAFT,
  GIVEN_FOR,
  NOTES,
  PAPER,
  READ,
  REOPENED,
  RETURNED,
} from '../../domain/interview/bookkeeping'
import { WITHDRAWN } from '../../domain/interview/returns'
import { anyonesFact, leadsFact, draftFact, type Fact } from './Fact'
import { hash, isoDay, object, text, textOrNull, yes } from './factValues'

/** The facts of an interview and its elements; its answers are those of the form (`KnownForms`). */
export const INTERVIEW_FACTS = {
  begun: anyonesFact(BEGUN, text),
  reopened: anyonesFact(REOPENED, text),
  paper: anyonesFact(PAPER, v.strictObject({ takenOn: isoDay, askedBy: text })),
  members: anyonesFact('members/*', textOrNull),
  lines: anyonesFact('lines/*', textOrNull),
  givenFor: anyonesFact(`${GIVEN_FOR}*`, hash),
  read: anyonesFact(`${READ}*/*`, yes),
  // As drafts were kept before there could be several.
  onlyDraft: anyonesFact('draft', v.nullable(v.union([text, object]))),
  draft: anyonesFact(`${DRAFT}**`, text),
  note: anyonesFact(`${NOTES}*/**`, textOrNull),
  override: anyonesFact('overrides/*', text),
  overrideOfMember: anyonesFact('overrides/*/members/*', text),
  overrideOfLine: anyonesFact('overrides/*/lines/*', text),
  returned: leadsFact('return', `${RETURNED}**`, v.union([text, v.null(), v.literal(WITHDRAWN)]), {
    // The assessor who gets an interview back removes the comments, with a reply.
    isMembers: (value) => value === null,
  }),
}

/** An answer, or that it is taken back; whether it is a choice or in its range is checked where it is read. */
export const ANSWER = anyonesFact('**', v.custom<AnswerValue | null>(isAnswerValue))

/** A draft of an interview's fact; `parts` as `pathOf` takes them. */
export function draftInterviewFact<Value>(
  interview: string,
  fact: Fact<Value>,
  parts: readonly string[],
  value: Value,
  author: Pick<ChangeDraft, 'person' | 'at' | 'reason' | 'evidence'>,
): ChangeDraft {
  return { entity: 'interview', entityId: interview, ...draftFact(fact, parts, value), ...author }
}

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
