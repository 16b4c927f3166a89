import type { CountyTotals } from '../../../domain/programmes/assessment/measures/CountyTotals'
import type { Basis, DenominatorReading } from '../../../domain/programmes/assessment/measures/Measure'
import { linearisedShare } from '../../../domain/estimates/estimateShare'
import type { VariancePart } from '../../../domain/estimates/SampleSums'
import { FIGURE, type Tally } from '../../../domain/programmes/assessment/measures/tallyHouseholds'
import { describeStratum } from '../../texts/describeStratum'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'
import type { OrderedFigures, RowRange, StratumUnits } from './FigureRow'
import { describeShare } from './describeShare'
import {
  SHARES,
  TOTAL_SHARES,
  shareRow,
  tallyShare,
  totalShareRow,
  type FigureName,
  type ShareSpec,
} from './shares'

/** The two rates of an incidence together: what their covariance is computed from. */
export interface RateSum {
  readonly key: string
  readonly basis: Basis
  readonly reading: DenominatorReading
  readonly isWeighted: boolean
}

export const RATE_SUMS: readonly RateSum[] = (['suspected', 'determined'] as const).flatMap((basis) => [
  { key: `both_${basis}`, basis, reading: 'interviewed', isWeighted: false },
  { key: `both_${basis}_total`, basis, reading: 'sampled_villages', isWeighted: false },
  { key: `both_${basis}_weighted`, basis, reading: 'interviewed', isWeighted: true },
])

/** Figures whose units are counted, for degrees of freedom. */
const COUNTED = ['exited', 'unregistered', 'asked'] as const satisfies readonly FigureName[]

type Deviation = (figures: readonly number[]) => number

interface StratumRow extends StratumUnits {
  readonly index: number
}

/** A linearised variable: its deviation in a unit as a formula over a range of units, and its variance as the measures have it. */
interface Variable {
  readonly key: string
  readonly label: string
  deviation(rows: RowRange): string
  readonly parts: readonly VariancePart[]
}

/** One row a stratum: of each rate the mean of the linearised variable over the units, and what the stratum adds to the variance. */
export function varianceSheet(
  { strata, areRowsUnits }: OrderedFigures,
  tally: Tally,
  totals: CountyTotals | null,
  texts: Texts,
): WorkbookSheet {
  const sheet = areRowsUnits ? 'figures' : 'units'
  const column = columnsIn<StratumRow>(texts)
  const variables = variablesOf(areRowsUnits, tally, totals, texts)
  const unitCounts = COUNTED.map((figure) => tally.sums.clustersWith(FIGURE[figure]))
  const columns = [
    column('stratum', 9, 'integer', ({ index }) => index + 1),
    column('stratumName', 26, 'text', ({ stratum }) =>
      stratum === '' ? null : describeStratum(stratum, texts),
    ),
    column(
      'unitCount',
      8,
      'integer',
      ({ units }) => units.to - units.from + 1,
      ({ units }) => `ROWS({${sheet}.stratum:${units.from}-${units.to}})`,
    ),
    ...COUNTED.map((figure, nth): TableColumn<StratumRow> => ({
      key: `with_${figure}`,
      label: texts.term('columns', 'unitsWith').replace('{figure}', texts.term('figures', figure)),
      width: 10,
      type: 'integer',
      value: ({ index }) => unitCounts[nth]?.[index] ?? 0,
      formula: ({ units }) => `COUNTIF({${sheet}.${figure}:${units.from}-${units.to}},">0")`,
    })),
    ...variables.flatMap((variable) => variableColumns(variable, texts)),
  ]
  const rows = strata.map((stratum, index) => ({ ...stratum, index }))
  return { ...listSheet({ key: 'variances', columns }, rows, texts), inputs: [] }
}

function variableColumns(
  { key, label, deviation, parts }: Variable,
  texts: Texts,
): readonly TableColumn<StratumRow>[] {
  return [
    {
      key: `mean_${key}`,
      label: `${label}·${texts.term('columns', 'meanDeviation')}`,
      width: 12,
      type: 'number',
      value: ({ index }) => parts[index]?.mean ?? 0,
      formula: ({ units }) => `IF([unitCount]=1,0,SUMPRODUCT(${deviation(units)})/[unitCount])`,
    },
    {
      key: `part_${key}`,
      label: `${label}·${texts.term('columns', 'variancePart')}`,
      width: 12,
      type: 'number',
      value: ({ index }) => parts[index]?.part ?? 0,
      formula: ({ units }) =>
        `IF([unitCount]=1,1,[unitCount]/([unitCount]-1))*SUMPRODUCT((${deviation(units)}-[mean_${key}])^2)`,
    },
  ]
}

function variablesOf(
  areRowsUnits: boolean,
  tally: Tally,
  totals: CountyTotals | null,
  texts: Texts,
): readonly Variable[] {
  const figure = (name: FigureName, isWeighted: boolean, { from, to }: RowRange): string => {
    const rows = `${from}-${to}`
    if (!areRowsUnits) return `{units.${name}${isWeighted ? 'Weighted' : ''}:${rows}}`
    return isWeighted ? `{figures.weight:${rows}}*{figures.${name}:${rows}}` : `{figures.${name}:${rows}}`
  }
  /** (y - r x) / x̂, 0 where nobody is in the denominator. */
  const ofShare = ({ part, whole, isWeighted }: ShareSpec, row: number, rows: RowRange): string =>
    `(${figure(part, isWeighted, rows)}-N({intervals.ratio:${row}})*${figure(whole, isWeighted, rows)})*{intervals.perWhole:${row}}`
  const ofTotal = ({ part, isWeighted }: ShareSpec, row: number, rows: RowRange): string =>
    `${figure(part, isWeighted, rows)}*{intervals.perWhole:${row}}`
  const known = totals?.sampledVillagesUnregistered ?? 0
  const shareDeviation = (share: ShareSpec): Deviation => linearisedShare(tallyShare(share, tally))
  const totalDeviation = ({ part }: ShareSpec): Deviation =>
    known > 0 ? (figures) => (figures[FIGURE[part]] ?? 0) / known : () => 0
  const shareAt = (row: number): ShareSpec => {
    const share = SHARES[row]
    if (share === undefined) throw new Error(`no share in row ${row}`)
    return share
  }
  return [
    ...SHARES.map((share, row): Variable => ({
      key: share.key,
      label: describeShare(share, texts),
      deviation: (rows) => ofShare(share, row, rows),
      parts: tallyShare(share, tally).sums.varianceParts(shareDeviation(share)),
    })),
    ...TOTAL_SHARES.map((share, nth): Variable => ({
      key: share.key,
      label: describeShare(share, texts, 'sampled_villages'),
      deviation: (rows) => ofTotal(share, SHARES.length + nth, rows),
      parts: tally.sums.varianceParts(totalDeviation(share)),
    })),
    ...RATE_SUMS.map(({ key, basis, reading, isWeighted }): Variable => {
      const omittedRow = shareRow('unregistered', basis, isWeighted)
      const wrongRow = shareRow('exited', basis, isWeighted)
      const [omitted, wrong] = [shareAt(omittedRow), shareAt(wrongRow)]
      const isOverTotal = reading === 'sampled_villages'
      const ofOmitted = isOverTotal ? totalDeviation(omitted) : shareDeviation(omitted)
      const ofWrong = shareDeviation(wrong)
      const omittedText = (rows: RowRange): string =>
        isOverTotal ? ofTotal(omitted, totalShareRow(basis), rows) : ofShare(omitted, omittedRow, rows)
      return {
        key,
        label: describeShare({ kind: 'both', basis, isWeighted }, texts, reading),
        deviation: (rows) => `(${omittedText(rows)}+${ofShare(wrong, wrongRow, rows)})`,
        parts: (isWeighted ? tally.weightedSums : tally.sums).varianceParts(
          (figures) => ofOmitted(figures) + ofWrong(figures),
        ),
      }
    }),
  ]
}
