import { isWordless } from '../../../domain/instrument/Instrument'
import type { Question } from '../../../domain/instrument/loadInstrument'
import { choicesFor } from '../../../domain/interview/choicesFor'
import { EVIDENCE_LETTERS } from '../../interview/evidenceLetters'
import { GRID_COLUMNS, type FormRow } from '../FormPage'
import { WRITABLE, type PlannedCell, type Strip } from '../layout/Strip'
import type { BlankGroup } from './layBlank'
import { choicesText, questionWords } from './questionWords'

const SPANS = { question: 9, choices: 9, answer: 4, evidence: 2 } as const
const SIGNATURE_HEIGHT = 60

/** Questions asked once: each with its choices, room for the answer and for the letters of evidence. */
export function householdGroup(own: BlankGroup): readonly Strip[] {
  const { interview, group, context, maker } = own
  const { texts } = context
  const word = (name: 'question' | 'codes' | 'answer' | 'evidence', span: number): PlannedCell => ({
    span,
    content: texts.term('formWords', name),
    look: 'head',
  })
  const head = maker.rows([
    word('question', SPANS.question),
    word('codes', SPANS.choices),
    word('answer', SPANS.answer),
    word('evidence', SPANS.evidence),
  ])
  const rows = group.questions.flatMap(({ name }) => {
    const question = interview.instrument.questions.get(name)
    return question === undefined ? [] : questionRows(question, own)
  })
  return [{ head, rows }]
}

function questionRows(question: Question, { interview, context, maker }: BlankGroup): readonly FormRow[] {
  const { data } = question
  const { texts } = context
  const script = data.script?.[texts.language]
  const read =
    script === undefined
      ? []
      : maker.rows([{ span: GRID_COLUMNS, content: texts.term('formWords', 'read') + script, look: 'value' }])
  const members = data.type.endsWith('_members') || data.type === 'select_one_member'
  const choices = members
    ? choicesFor(interview, interview.household, question)
        .map(({ label }, at) => `${at + 1} ${label[texts.language]}`)
        .join('  ')
    : choicesText(question, interview, texts)
  const isDevice = isWordless(data.type) && data.type !== 'signature'
  const answer: readonly PlannedCell[] =
    choices === ''
      ? [
          {
            span: SPANS.choices + SPANS.answer,
            content: isDevice ? texts.term('formWords', 'onDevice') : null,
            look: 'value',
          },
        ]
      : [
          { span: SPANS.choices, content: choices, look: 'value' },
          { span: SPANS.answer, content: null, look: 'value' },
        ]
  return [
    ...read,
    ...maker.rows(
      [
        { span: SPANS.question, content: questionWords(question, interview, texts), look: 'label' },
        ...answer,
        { span: SPANS.evidence, content: onlyLetter(question), look: 'value' },
      ],
      data.type === 'signature' ? SIGNATURE_HEIGHT : WRITABLE,
    ),
  ]
}

/** The letter where there is no other way to know an answer. */
export function onlyLetter({ data: { evidence } }: Question): string | null {
  const [only] = evidence
  if (evidence.length !== 1) return null
  return EVIDENCE_LETTERS.find(([, kind]) => kind === only)?.[0] ?? null
}
