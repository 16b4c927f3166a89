import { isIdNumber, tidyIdNumber } from '../roster/values/idNumber'
import { isIsoDate } from '../shared/calendar'
import type { Json } from '../shared/Json'
import type { Question } from '../instrument/loadInstrument'
import type { NameIndex } from '../instrument/indexNames'

/** What is wrong with a value given to a question, by itself: code of a problem, or null. */
export type AnswerFault =
  'answer_type_wrong' | 'answer_choice_unknown' | 'answer_empty' | 'answer_id_malformed'

/** A value as it is kept: an ID number half-width, without spaces, `X` upper case; anything else as it is. */
export function tidyAnswer({ data }: Question, value: Json): Json {
  return data.format === 'id_number' && typeof value === 'string' ? tidyIdNumber(value) : value
}

/**
 * Checks a tidy value against its question's type, format and choices. `isMember` says whether a name is somebody of the household
 * (or `other`). Ranges and contradictions are the checks' business, since they may depend on other answers.
 */
export function checkAnswer(
  { data }: Question,
  value: Json,
  names: NameIndex,
  isMember: (id: string) => boolean,
): AnswerFault | null {
  const offers = (choice: string): boolean => names.offers(data.choices ?? '', choice)
  switch (data.type) {
    case 'select_one':
      return oneOf(value, offers)
    case 'select_one_member':
      return oneOf(value, isMember)
    case 'select_multiple':
      return severalOf(value, offers)
    case 'select_multiple_members':
      return severalOf(value, isMember)
    case 'integer':
      return Number.isSafeInteger(value) ? null : 'answer_type_wrong'
    case 'decimal':
      return Number.isFinite(value) ? null : 'answer_type_wrong'
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? null : 'answer_type_wrong'
    case 'image':
    case 'audio':
      return namesOf(value)
    case 'text':
      if (typeof value !== 'string') return 'answer_type_wrong'
      if (value.trim() === '') return 'answer_empty'
      return data.format === 'id_number' && !isIdNumber(value) ? 'answer_id_malformed' : null
    case 'signature':
      return isStrokes(value) ? null : 'answer_type_wrong'
  }
}

function oneOf(value: Json, offers: (choice: string) => boolean): AnswerFault | null {
  if (typeof value !== 'string') return 'answer_type_wrong'
  return offers(value) ? null : 'answer_choice_unknown'
}

function severalOf(value: Json, offers: (choice: string) => boolean): AnswerFault | null {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) return 'answer_type_wrong'
  if (value.length === 0) return 'answer_empty'
  return value.every(offers) ? null : 'answer_choice_unknown'
}

/** Names of pictures or sounds: one, or several. */
function namesOf(value: Json): AnswerFault | null {
  const names = Array.isArray(value) ? value : [value]
  if (!names.every((each) => typeof each === 'string')) return 'answer_type_wrong'
  return names.length === 0 || names.some((each) => each.trim() === '') ? 'answer_empty' : null
}

function isStrokes(value: Json): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((stroke) => Array.isArray(stroke) && stroke.every((each) => Number.isFinite(each)))
  )
}
