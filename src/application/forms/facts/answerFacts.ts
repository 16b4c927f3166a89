import type { Instrument, Question } from '../../../domain/instrument/loadInstrument'
import type { AnswerValue, Strokes } from '../../../domain/interview/Answers'
import { choicesOf, outcomeIn, stateOf, type Instance } from '../../../domain/interview/Interview'
import { refTo } from '../../../domain/interview/unansweredQuestions'
import { shownAnswer } from '../../texts/shownAnswer'
import { shownId, shownText } from '../../workbook/WorkbookInput'
import { writingOf } from '../../workbook/writings'
import type { FormContext, FormHousehold, RowKind } from '../FormContext'
import type { FormContent } from '../FormPage'
import { factOf, type FormFact } from './FormFact'

/** `answer.<question>` for every question of the form: of the household, of a member or of a ledger line. */
export function answerFacts(instrument: Instrument): readonly (readonly [string, FormFact])[] {
  return [...instrument.questions.values()].map(
    (question) =>
      [`answer.${question.data.name}`, answerFact(question, kindOf(question, instrument))] as const,
  )
}

/** `chosen.<question>.<choice>`: whether a choice of several was taken, of the household's own questions. */
export function choiceFacts(instrument: Instrument): readonly (readonly [string, FormFact])[] {
  return [...instrument.questions.values()]
    .filter(
      (question) => question.data.type === 'select_multiple' && kindOf(question, instrument) === 'household',
    )
    .flatMap(({ data: { name, choices } }) =>
      (instrument.data.choices[choices ?? ''] ?? []).map(
        (choice) =>
          [
            `chosen.${name}.${choice.name}`,
            factOf('household', ({ assessment: { interview } }, { texts }) => {
              if (!interview.instrument.questions.has(name)) return null
              const chosen = choicesOf(interview, interview.household, name)
              return chosen === undefined
                ? null
                : texts.term('marks', chosen.includes(choice.name) ? 'yes' : 'no')
            }),
          ] as const,
      ),
    )
}

function kindOf({ scope }: Question, { repeats }: Instrument): RowKind {
  if (scope === repeats.roster) return 'member'
  return scope === repeats.hand ? 'line' : 'household'
}

function answerFact(question: Question, kind: RowKind): FormFact {
  if (kind === 'member')
    return factOf('member', (member, context) => answerContent(question, member, context))
  if (kind === 'line')
    return factOf('line', ({ instance }, context) => answerContent(question, instance, context))
  return factOf('household', ({ assessment }, context) =>
    answerContent(question, assessment.interview.household, context),
  )
}

/** An answer as a hand form has it; null, to be filled in by pen, where nobody gave one and the list knows none. */
function answerContent({ data: { name } }: Question, instance: Instance, context: FormContext): FormContent {
  const { household, texts } = context
  // An interview keeps the form that it began with: there a question lies elsewhere, or is not asked at all.
  const interview = household?.assessment.interview
  const question = interview?.instrument.questions.get(name)
  if (household === undefined || interview === undefined || question === undefined) return null
  const writing = writingOf(household.assessment, instance, name)
  if (writing === null) {
    const state = stateOf(interview, instance, name)
    return state.state === 'answered' ? valueContent(state.answer.value, question, instance, context) : null
  }
  // Before anybody was there, what follows from answers is open as well.
  if (writing === 'not_applicable')
    return outcomeIn(interview) === null ? null : texts.term('writings', writing)
  if (writing === 'conflict') return texts.term('writings', writing)
  return listedContent(question, instance, context)
}

/** What the list knows of what a question asks of a person; null where it knows nothing. */
export function listedContent(question: Question, instance: Instance, context: FormContext): FormContent {
  const listed = context.household && listedValue(question, instance, context.household)
  return listed === undefined || listed === null ? null : valueContent(listed, question, instance, context)
}

/** What the list knows of a person. */
function listedValue(
  { data }: Question,
  instance: Instance,
  { assessment }: FormHousehold,
): AnswerValue | null {
  const person = assessment.interview.roster.members.find(({ id }) => id === instance.id)
  const fact: unknown = data.prefill === undefined ? null : person?.[data.prefill as keyof typeof person]
  if (typeof fact === 'string' || typeof fact === 'number') return fact
  return Array.isArray(fact) ? (fact as readonly string[]) : null
}

function valueContent(
  value: AnswerValue,
  { data }: Question,
  instance: Instance,
  { household, texts }: FormContext,
): FormContent {
  if (data.type === 'signature') return { strokes: value as Strokes }
  if (data.type === 'date') return { value: String(value), type: 'date' }
  if (typeof value === 'number') {
    if (data.name.endsWith('_yuan') || data.name === 'unit_price') return { value, type: 'yuan' }
    return { value, type: data.type === 'integer' ? 'integer' : 'decimal' }
  }
  if (data.format === 'id_number') return shownId(String(value), false)
  if (household === undefined) return null
  return shownText(shownAnswer(value, refTo(data.name, instance), household.assessment, texts), false)
}
