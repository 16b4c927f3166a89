import type { Change } from '../../domain/changes/Change'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { InterviewRecord } from '../../domain/interview/readInterview'
import { compareBackcheck, type ComparedAnswer } from '../../domain/rounds/compareBackcheck'
import { recordOfRound } from '../assess/assessHousehold'

/** A household's back-check against its first round; undefined without both, or for a form that this app does not know. */
export function comparedTwice(
  changes: readonly Change[],
  instrumentOf: (version: string) => Instrument | undefined,
): { readonly again: InterviewRecord; readonly answers: readonly ComparedAnswer[] } | undefined {
  const [first, again] = [recordOfRound(changes, 'first'), recordOfRound(changes, 'backcheck')]
  const instrument = instrumentOf(first?.instrumentVersion ?? '')
  if (first === undefined || again === undefined || instrument === undefined) return undefined
  return { again, answers: compareBackcheck(first.answers, again.answers, instrument) }
}
