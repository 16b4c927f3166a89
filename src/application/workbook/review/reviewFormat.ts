import type {
  HouseholdDeterminations,
  Standing,
} from '../../../domain/programmes/assessment/determination/Determination'
import type { MeasuredHousehold } from '../../../domain/programmes/assessment/measures/MeasuredHousehold'
import { digest } from '../../../domain/shared/digest'
import { rowFingerprint, shortHash, type KnownHousehold } from './rowFingerprint'

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
  readonly household: KnownHousehold
  readonly measured: Pick<MeasuredHousehold, 'status' | 'conclusion' | 'persons' | 'outcome'>
  readonly determinations: HouseholdDeterminations | undefined
}

/** See `rowFingerprint`. */
export function fingerprintOf(row: RowState): string {
  return rowFingerprint(row.household, stateOf(row))
}

function stateOf({ measured, determinations }: RowState): string {
  const { status, conclusion, persons, outcome } = measured
  const said = [determinations?.suspicion, determinations?.inclusion].map(standingText)
  return shortHash('state', status, conclusion, persons, outcome, ...said)
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
