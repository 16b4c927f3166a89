import type { CheckLine } from '../../../application/census/checks/checkLines'
import { useMessages } from '../../app/i18n/useMessages'

/** What a finding says. */
export function useCheckText(): (line: CheckLine) => string {
  const { t, language } = useMessages()
  return ({ message, check }) =>
    message?.[language()] ??
    t(check === 'choice_not_offered' ? 'interview.notOffered' : 'interview.outOfRange')
}
