import type { ClearedSuspicion } from '../assess/clearedSuspicion'
import type { SecondLook } from '../../domain/programmes/assessment/determination/SecondLook'
import type { Texts } from './Texts'

/** 'Suspected wrong exit, now exit confirmed: verification by 乙'; with the reason where a correction needed one. */
export function describeCleared(
  { before, after, by, person, reason, secondLook }: ClearedSuspicion,
  texts: Texts,
): string {
  const words = texts
    .term('cleared', by)
    .replace('{before}', texts.term('conclusions', before))
    .replace('{after}', texts.term('conclusions', after))
    .replace('{person}', person)
  const cleared = reason === null ? words : words.replace('{reason}', reason)
  return cleared + texts.term('standings', 'comma') + describeSecondLook(secondLook, texts)
}

function describeSecondLook(look: SecondLook | null, texts: Texts): string {
  if (look === null) return texts.term('cleared', 'notLooked')
  const words = texts.term('cleared', look.agrees ? 'agreed' : 'rejected')
  return words.replace('{person}', look.by).replace('{reason}', look.reason)
}
