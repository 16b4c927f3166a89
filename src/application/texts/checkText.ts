import type { RaisedCheck } from '../../domain/interview/runChecks'
import type { Texts } from './Texts'

/** What a check says; words of the texts for those that come with every question and have none of their own. */
export function checkText({ message, check }: Pick<RaisedCheck, 'message' | 'check'>, texts: Texts): string {
  return (
    message?.[texts.language] ??
    texts.term('checkWords', check === 'choice_not_offered' ? 'notOffered' : 'outOfRange')
  )
}
