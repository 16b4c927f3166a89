import type { ClearedSuspicion } from '../assess/clearedSuspicion'
import type { Texts } from './Texts'

/** 'Suspected wrong exit, now exit confirmed: verification by 乙'; with the reason where a correction needed one. */
export function describeCleared(
  { before, after, by, person, reason }: ClearedSuspicion,
  texts: Texts,
): string {
  const words = texts
    .term('cleared', by)
    .replace('{before}', texts.term('conclusions', before))
    .replace('{after}', texts.term('conclusions', after))
    .replace('{person}', person)
  return reason === null ? words : words.replace('{reason}', reason)
}
