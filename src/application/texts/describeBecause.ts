import type { Because } from '../../domain/programmes/assessment/criteria/Criterion'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { QuestionRef } from '../../domain/interview/Answers'
import type { Json } from '../../domain/shared/Json'
import { describeEvidence } from './describeEvidence'
import type { Texts, TermOf } from './Texts'

/** How people name a member or a ledger line. */
export type NameOf = (ref: QuestionRef) => string | null

/** One trace line in words: `是否够吃（李小梅）：经常不够，本人说`. */
export function describeBecause(
  because: Because,
  instrument: Instrument,
  nameOf: NameOf,
  texts: Texts,
): string {
  const { fact, value, evidence, member, line } = because
  const question = instrument.questions.get(fact)
  // What is no question is a figure of the rules: `words.test.ts` compares those with the texts.
  const label =
    question === undefined
      ? texts.term('facts', fact as TermOf<'facts'>)
      : question.data.label[texts.language]
  const where = nameOf({
    question: fact,
    ...(member !== undefined && { member }),
    ...(line !== undefined && { line }),
  })
  const shown =
    question === undefined
      ? figureText(fact, value, instrument, texts)
      : answerText(value, fact, instrument, texts)
  const [open, close, colon] = texts.language === 'en' ? [' (', ')', ': '] : ['（', '）', '：']
  const known = evidence === null ? '' : open + describeEvidence(evidence, texts) + close
  const mark = because.source.confirmed ? '' : open + texts.term('marks', 'unconfirmed') + close
  return `${label}${where === null ? '' : open + where + close}${colon}${shown}${known}${mark}`
}

/** An answer as the form words it: the labels of its choices, else the value itself. */
export function answerText(value: Json, question: string, instrument: Instrument, texts: Texts): string {
  if (value === null) return '—'
  const list = instrument.questions.get(question)?.data.choices
  const labelOf = (choice: string): string =>
    instrument.data.choices[list ?? '']?.find(({ name }) => name === choice)?.label[texts.language] ?? choice
  // A trace holds the choices of a select_multiple as one text.
  if (typeof value === 'string') return list === undefined ? value : value.split(',').map(labelOf).join('、')
  return Array.isArray(value) ? value.map((each) => labelOf(String(each))).join('、') : String(value)
}

function figureText(
  fact: string,
  value: string | number | null,
  instrument: Instrument,
  texts: Texts,
): string {
  if (fact === 'labor_ability') return answerText(value, fact, instrument, texts)
  // A year is read as it is written.
  if (fact.endsWith('_year')) return String(value ?? '—')
  if (fact === 'income_window') return String(value ?? '—').replace(':', ' – ')
  return typeof value === 'number' ? yuanText(value) : (value ?? '—')
}

// Made once: making a format takes as long as forty figures in it.
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** Figures as read aloud: grouped thousands, at most two decimals. */
export function yuanText(value: number): string {
  return GROUPED.format(value)
}
