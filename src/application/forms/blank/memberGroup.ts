import type { Question } from '../../../domain/instrument/loadInstrument'
import type { MemberInstance } from '../../../domain/interview/Interview'
import { listedContent } from '../facts/answerFacts'
import type { FormRow } from '../FormPage'
import { WRITABLE, type PlannedCell, type Strip } from '../layout/Strip'
import type { BlankGroup } from './layBlank'
import { onlyLetter } from './householdGroup'
import { choicesText, questionWords } from './questionWords'

const QUESTION_SPAN = 9
const ANSWER_SPAN = 2
const EVIDENCE_SPAN = 1
/** Members beside each other. */
const ABREAST = 5

/** Questions about each member: a row a question, two columns a member, with one free at least for somebody found there. */
export function memberGroup(own: BlankGroup): readonly Strip[] {
  const listed = own.interview.members.filter(({ label }) => label === null)
  const tables = Math.ceil((listed.length + 1) / ABREAST)
  return Array.from({ length: tables }, (_, table) =>
    memberTable(
      Array.from({ length: ABREAST }, (_unused, at) => listed[table * ABREAST + at] ?? null),
      own,
    ),
  )
}

function memberTable(members: readonly (MemberInstance | null)[], own: BlankGroup): Strip {
  const { interview, group, context, maker } = own
  const { texts } = context
  const head = (span: number, content: string | null): PlannedCell => ({ span, content, look: 'head' })
  return {
    head: [
      ...maker.rows([
        head(QUESTION_SPAN, texts.term('formWords', 'question')),
        ...members.map((member) => head(ANSWER_SPAN + EVIDENCE_SPAN, member?.facts.name ?? null)),
      ]),
      ...maker.rows([
        head(QUESTION_SPAN, null),
        ...members.flatMap(() => [
          { ...head(ANSWER_SPAN, texts.term('formWords', 'answer')), size: SMALL },
          { ...head(EVIDENCE_SPAN, texts.term('formWords', 'evidenceShort')), size: SMALL },
        ]),
      ]),
    ],
    rows: group.questions.flatMap(({ name }) => {
      const question = interview.instrument.questions.get(name)
      return question === undefined ? [] : questionRow(question, members, own)
    }),
  }
}

const SMALL = 7

function questionRow(
  question: Question,
  members: readonly (MemberInstance | null)[],
  { interview, context, maker }: BlankGroup,
): readonly FormRow[] {
  const choices = choicesText(question, interview, context.texts)
  const asked = questionWords(question, interview, context.texts)
  return maker.rows(
    [
      {
        span: QUESTION_SPAN,
        content: choices === '' ? asked : `${asked}\n${choices}`,
        look: 'label',
        size: SMALL + 1,
      },
      ...members.flatMap((member): readonly PlannedCell[] => [
        {
          span: ANSWER_SPAN,
          content: member === null ? null : listedContent(question, member, context),
          look: 'value',
          size: SMALL,
        },
        { span: EVIDENCE_SPAN, content: onlyLetter(question), look: 'value', size: SMALL },
      ]),
    ],
    WRITABLE,
  )
}
