import type { Change } from '../../domain/changes/Change'
import type { Forms } from '../../domain/instrument/Forms'
import type { InterviewRecord } from '../../domain/interview/readInterview'
import { compareBackcheck, type ComparedAnswer } from '../../domain/rounds/compareBackcheck'
import { recordOfRound } from '../assess/assessHousehold'

/** A household's back-check against its first round; undefined without both, or for a form that this app does not know. */
export function comparedTwice(
  changes: readonly Change[],
  forms: Forms,
): { readonly again: InterviewRecord; readonly answers: readonly ComparedAnswer[] } | undefined {
  const first = recordOfRound(changes, 'first', forms)
  const again = recordOfRound(changes, 'backcheck', forms)
  const instrument = forms.instrumentOf(first?.instrumentVersion ?? '')
  if (first === undefined || again === undefined || instrument === undefined) return undefined
  return { again, answers: compareBackcheck(first.answers, again.answers, instrument) }
}
