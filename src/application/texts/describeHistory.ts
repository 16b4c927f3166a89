import { isOverride } from '../../domain/interview/bookkeeping'
import { isWordless } from '../../domain/instrument/Instrument'
import { WITHDRAWN } from '../../domain/interview/returns'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { Json } from '../../domain/shared/Json'
import { enquiryWords, isEnquiryAnswerPath, isEnquiryPath } from '../../domain/team/Enquiry'
import type { HistoryEntry } from '../households/answerHistory'
import { bracketed } from './bracketed'
import { answerText, type NameOf } from './describeBecause'
import type { Texts, TermOf } from './Texts'

/** What a change was about: the question as the form words it, with the member or line it was asked about. */
export function describeSubject(
  { kind, ref, change }: HistoryEntry,
  instrument: Instrument,
  nameOf: NameOf,
  texts: Texts,
): string {
  if (ref === null) return texts.term('history', kind === 'return' ? 'returned' : otherOf(change.path))
  const who = nameOf(ref)
  const where = who === null ? '' : bracketed(who, texts)
  if (kind === 'element') return texts.term('history', ref.line === undefined ? 'member' : 'line') + where
  const asked = (instrument.questions.get(ref.question)?.data.label[texts.language] ?? ref.question) + where
  if (kind !== 'return' && kind !== 'note') return asked
  return `${texts.term('history', kind === 'note' ? 'note' : 'returned')}${texts.language === 'en' ? ': ' : '：'}${asked}`
}

/** A value of a change in words. */
export function describeValue(
  value: Json,
  { kind, ref }: HistoryEntry,
  instrument: Instrument,
  nameOf: NameOf,
  texts: Texts,
): string {
  if (kind === 'return' && value === WITHDRAWN) return texts.term('history', 'withdrawn')
  if (value === null) return texts.term('history', kind === 'return' ? 'settled' : 'taken_back')
  if (kind === 'element') return texts.term('history', 'added')
  if (ref === null || kind === 'return' || kind === 'note')
    return typeof value === 'object' ? (enquiryWords(value)?.text ?? '…') : String(value)
  const type = instrument.questions.get(ref.question)?.data.type
  if (type !== undefined && isWordless(type)) return texts.term('history', type)
  if (type === 'select_one_member' || type === 'select_multiple_members')
    return [value]
      .flat()
      .map((member) => nameOf({ question: ref.question, member: String(member) }) ?? String(member))
      .join('、')
  return answerText(value, ref.question, instrument, texts)
}

/** Paths with words of their own. */
const NAMED = ['begun', 'reopened', 'replaced_by', 'replaces', 'out_of_order'] as const

/** Bookkeeping of a household or an interview that people can read about; anything else is 'record'. */
function otherOf(path: string): TermOf<'history'> {
  const named = NAMED.find((name) => name === path)
  if (named !== undefined) return named
  if (isEnquiryPath(path)) return isEnquiryAnswerPath(path) ? 'enquiry_answer' : 'enquiry'
  return isOverride(path) ? 'override' : 'record'
}
