import type {
  HouseholdDeterminations,
  Standing,
} from '../../../domain/programmes/assessment/determination/Determination'
import type { MeasuredHousehold } from '../../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import { digest } from '../../../domain/shared/digest'

/** What a review workbook says it is; a reader refuses what it does not know. */
export const REVIEW_FORMAT = 'review 1'

/** Names of the workbook that its way back relies on; each one cell, but for the columns. */
export const REVIEW_NAMES = {
  format: 'Yihu_Format',
  project: 'Yihu_Project',
  state: 'Yihu_State',
  asOf: 'Yihu_AsOf',
  /** What every cell was when the workbook was written: a column of texts (`packSnapshot`). */
  written: 'Yihu_Written',
  reviewer: 'Reviewer',
  confirmer: 'Confirmer',
  key: 'Review_key',
  fingerprint: 'Review_fingerprint',
  decision: 'Review_decision',
  reason: 'Review_reason',
  questionKey: 'Question_key',
  questionPath: 'Question_path',
  questionFingerprint: 'Question_fingerprint',
  questionValue: 'Question_value',
  questionReason: 'Question_reason',
} as const

/** The same as custom properties of the file, which most programs keep. */
export const REVIEW_PROPERTIES = {
  format: 'YihuFormat',
  project: 'YihuProject',
  state: 'YihuState',
} as const

/** Whose workbook it is: keys are made with the project's salt, and two projects have none in common. */
export function projectMark(salt: string): string {
  return digest(`project ${salt}`).slice(0, 16)
}

/** What a row of the review sheet was written from. */
export interface RowState {
  readonly household: Pick<RosterHousehold, 'id' | 'headName' | 'village'>
  readonly measured: Pick<MeasuredHousehold, 'status' | 'conclusion' | 'persons' | 'outcome'>
  readonly determinations: HouseholdDeterminations | undefined
}

/** A row's fingerprint as it is read; null where the key or the fingerprint is not what was written. */
export interface RowMark {
  /** Which household it was. */
  readonly identity: string
  /** How it stood. */
  readonly state: string
}

/**
 * `identity-state-check` of a row: which household it was, how it stood, and whether both and the key are as they were
 * written. No secret: it tells a slip from a change, not a forger.
 */
export function fingerprintOf(row: RowState): string {
  const { id, headName, village } = row.household
  const mark = { identity: short('identity', id, headName, village), state: stateOf(row) }
  return `${mark.identity}-${mark.state}-${checkOf(id, mark)}`
}

/** Reads a fingerprint beside its key; null where one of the two is damaged. */
export function readFingerprint(key: string, text: string): RowMark | null {
  const [identity, state, check, ...more] = text.trim().split('-')
  if (identity === undefined || state === undefined || check === undefined || more.length > 0) return null
  return check === checkOf(key, { identity, state }) ? { identity, state } : null
}

function checkOf(key: string, { identity, state }: RowMark): string {
  return short('check', key, identity, state)
}

function stateOf({ measured, determinations }: RowState): string {
  const { status, conclusion, persons, outcome } = measured
  const said = [determinations?.suspicion, determinations?.inclusion].map(standingText)
  return short('state', status, conclusion, persons, outcome, ...said)
}

function standingText(standing: Standing | undefined): string {
  switch (standing?.state) {
    case undefined:
    case 'none':
      return ''
    case 'contested':
      return standing.state
    case 'final':
    case 'unconfirmed':
    case 'taken_back': {
      const { determination, by, reason } = standing.decision
      return JSON.stringify([standing.state, determination, by, reason])
    }
  }
}

/** Eight hex digits of a hash. */
function short(...parts: readonly (string | number | null)[]): string {
  return digest(JSON.stringify(parts)).slice(0, 8)
}
