import { BASES, type Basis } from '../../../domain/programmes/assessment/measures/Measure'
import { recognisingShare } from '../../../domain/programmes/assessment/measures/measureRecognition'
import type { Share } from '../../../domain/estimates/estimateShare'
import { NO_VARIANCE } from '../../../domain/estimates/sumOfTwo'
import { shareOf, type Kind } from '../../../domain/programmes/assessment/measures/shareOf'
import type { FIGURE, Tally } from '../../../domain/programmes/assessment/measures/tallyHouseholds'

export type FigureName = keyof typeof FIGURE

/** A share of the sample that the workbook computes step by step. */
export interface ShareSpec {
  /** Names its row and its columns to formulas. */
  readonly key: string
  readonly kind: Kind | 'recognition'
  readonly basis: Basis | null
  readonly isWeighted: boolean
  readonly part: FigureName
  readonly whole: FigureName
}

/** The shares of both suspicions and of recognition, plain and by weights. */
export const SHARES: readonly ShareSpec[] = [
  ...(['exited', 'unregistered'] as const).flatMap((kind) =>
    BASES.flatMap((basis) =>
      [false, true].map((isWeighted): ShareSpec => ({
        key: shareKey(kind, basis, isWeighted),
        kind,
        basis,
        isWeighted,
        part: `${kind}${basis === 'suspected' ? 'Suspected' : 'Determined'}`,
        whole: kind,
      })),
    ),
  ),
  ...[false, true].map((isWeighted): ShareSpec => ({
    key: shareKey('recognition', null, isWeighted),
    kind: 'recognition',
    basis: null,
    isWeighted,
    part: 'recognising',
    whole: 'asked',
  })),
]

/** Omissions over the known total of the sampled villages. */
export const TOTAL_SHARES: readonly ShareSpec[] = SHARES.filter(
  ({ kind, isWeighted }) => kind === 'unregistered' && !isWeighted,
).map((share) => ({ ...share, key: `${share.key}_total` }))

export function shareKey(kind: ShareSpec['kind'], basis: Basis | null, isWeighted: boolean): string {
  return [kind, ...(basis === null ? [] : [basis]), ...(isWeighted ? ['weighted'] : [])].join('_')
}

/** The same share as the measures take it from the tally. */
export function tallyShare({ kind, basis, isWeighted }: ShareSpec, tally: Tally): Share {
  return kind === 'recognition' || basis === null
    ? recognisingShare(tally, isWeighted)
    : shareOf(kind, tally, basis, isWeighted)
}

/** `NO_VARIANCE` as formulas in a file write numbers: with a capital E. */
export const NO_VARIANCE_TEXT = String(NO_VARIANCE).toUpperCase()

/** The sum of a figure over all households, as a formula. */
export function sumFormula(figure: FigureName, isWeighted: boolean): string {
  return isWeighted ? `SUMPRODUCT({figures.weight},{figures.${figure}})` : `SUM({figures.${figure}})`
}

/** 0-based row of a share in the table of intervals. */
export function shareRow(kind: ShareSpec['kind'], basis: Basis | null, isWeighted: boolean): number {
  const key = shareKey(kind, basis, isWeighted)
  return SHARES.findIndex((share) => share.key === key)
}

/** The same of a share over the known total. */
export function totalShareRow(basis: Basis): number {
  return SHARES.length + TOTAL_SHARES.findIndex((share) => share.basis === basis)
}
