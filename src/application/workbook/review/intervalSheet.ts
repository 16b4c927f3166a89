import type { CountyTotals } from '../../../domain/programmes/assessment/measures/CountyTotals'
import {
  EQUAL_WEIGHTS,
  estimateHouseholdShare,
  estimateOverTotal,
  estimateShare,
  FEW_HOUSEHOLDS,
  linearisedShare,
  mostItIsWorth,
  type Share,
} from '../../../domain/estimates/estimateShare'
import { tQuantile } from '../../../domain/estimates/exactInterval'
import { NO_INTERVAL, type Estimate, type IntervalMethod } from '../../../domain/estimates/Estimate'
import type { Tally } from '../../../domain/programmes/assessment/measures/tallyHouseholds'
import { columnsIn, type PlainCell } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'
import { describeShare } from './describeShare'
import { NO_VARIANCE_TEXT, SHARES, sumFormula, TOTAL_SHARES, tallyShare, type ShareSpec } from './shares'

/** How a row's interval is computed. */
type Way = 'exact' | 'design' | 'total'

interface IntervalRow {
  readonly spec: ShareSpec
  readonly way: Way
  readonly share: Share
  readonly estimate: Estimate
  readonly variance: number
}

/**
 * The interval of every share step by step: sums, ratio, variance (by stratum on a sheet of its own), degrees of freedom, effective
 * size with its limit, Korn and Graubard's limits by beta quantiles. The formulas are those of `estimateShare`.
 */
export function intervalSheet(tally: Tally, totals: CountyTotals | null, texts: Texts): WorkbookSheet {
  const column = columnsIn<IntervalRow>(texts)
  const rows = rowsOf(tally, totals)
  const known = totals?.sampledVillagesUnregistered ?? null
  const wholeOf = ({ way, share }: IntervalRow): number =>
    way === 'total' ? (known ?? 0) : share.sums.total(share.denominator)
  /** Only where the estimated variance is used. */
  const inDesign =
    (value: (row: IntervalRow) => PlainCell, ways: readonly Way[] = ['design']) =>
    (row: IntervalRow): PlainCell =>
      ways.includes(row.way) ? value(row) : null
  const formula =
    (text: (row: IntervalRow) => string, ways: readonly Way[] = ['design']) =>
    (row: IntervalRow): string | null =>
      ways.includes(row.way) ? text(row) : null
  const byVariance: readonly Way[] = ['design', 'total']
  const size = (row: IntervalRow): number | null => effectiveSize(row)
  const word = (name: IntervalMethod): string => `"${texts.term('intervalMethods', name)}"`
  const columns = [
    column('rate', 40, 'text', ({ spec, way }) =>
      describeShare(spec, texts, way === 'total' ? 'sampled_villages' : null),
    ),
    column(
      'part',
      12,
      'decimal',
      ({ share }) => share.sums.total(share.numerator),
      ({ spec }) => sumFormula(spec.part, spec.isWeighted),
    ),
    column('whole', 12, 'decimal', wholeOf, ({ spec, way }) =>
      way === 'total' ? 'N(T_sampledVillagesUnregistered)' : sumFormula(spec.whole, spec.isWeighted),
    ),
    column(
      'ratio',
      12,
      'number',
      ({ estimate }) => estimate.value ?? '',
      () => 'IF([whole]=0,"",[part]/[whole])',
    ),
    column(
      'perWhole',
      12,
      'number',
      (row) => (wholeOf(row) === 0 ? 0 : 1 / wholeOf(row)),
      () => 'IF([whole]=0,0,1/[whole])',
    ),
    column(
      'variance',
      14,
      'number',
      inDesign(({ variance }) => variance, byVariance),
      formula(({ spec }) => `SUM({variances.part_${spec.key}})`, byVariance),
    ),
    column(
      'freedom',
      8,
      'integer',
      inDesign(({ share }) => share.sums.degreesOfFreedom(share.denominator), byVariance),
      formula(
        ({ spec }) => `SUM({variances.with_${spec.whole}})-COUNTIF({variances.with_${spec.whole}},">0")`,
        byVariance,
      ),
    ),
    column(
      'unitsCounted',
      10,
      'integer',
      inDesign(({ share }) => share.units),
      formula(({ spec }) => `SUM({figures.${spec.whole}})`),
    ),
    column(
      'wholeSquares',
      12,
      'decimal',
      inDesign((row) => squares(row, 'denominator')),
      formula(({ spec }) => squaresOf(spec.whole, spec)),
    ),
    column(
      'partSquares',
      12,
      'decimal',
      inDesign((row) => squares(row, 'numerator')),
      formula(({ spec }) => squaresOf(spec.part, spec)),
    ),
    column(
      'sizeWith',
      10,
      'number',
      inDesign(({ share }) => share.sums.effectiveSize(share.numerator)),
      formula(() => 'IF([partSquares]=0,0,[part]^2/[partSquares])'),
    ),
    column(
      'sizeWithout',
      10,
      'number',
      inDesign(({ share }) => share.sums.effectiveRest(share.numerator, share.denominator)),
      formula(
        () => 'IF([wholeSquares]-[partSquares]<=0,0,([whole]-[part])^2/([wholeSquares]-[partSquares]))',
      ),
    ),
    column(
      'weightingLoss',
      10,
      'number',
      inDesign(({ share }) => share.sums.weightingLoss(share.denominator)),
      formula(({ spec }) => lossOf(spec)),
    ),
    column(
      'sizeAtMost',
      10,
      'number',
      inDesign(({ share, variance }) => finite(mostItIsWorth(share, variance))),
      formula(
        () =>
          `IF(AND(MIN([sizeWith],[sizeWithout])>=${FEW_HOUSEHOLDS},[weightingLoss]<=${EQUAL_WEIGHTS},[variance]>${NO_VARIANCE_TEXT}),"",IF([wholeSquares]=0,0,[whole]^2/[wholeSquares]))`,
      ),
    ),
    column(
      'sizeEstimated',
      12,
      'number',
      inDesign(({ estimate: { value }, variance }) =>
        variance > 0 ? ((value ?? 0) * (1 - (value ?? 0))) / variance : '',
      ),
      formula(() => 'IF([variance]>0,N([ratio])*(1-N([ratio]))/[variance],"")'),
    ),
    column(
      'tUnits',
      10,
      'number',
      inDesign(({ share }) => t(share.units - 1)),
      formula(() => tOf('[unitsCounted]-1')),
    ),
    column(
      'tUnitsDrawn',
      10,
      'number',
      inDesign(({ share }) => t(share.sums.degreesOfFreedom(share.denominator)), byVariance),
      formula(() => tOf('[freedom]'), byVariance),
    ),
    column(
      'effectiveSize',
      12,
      'number',
      inDesign((row) => size(row) ?? '', ['exact', 'design']),
      formula(
        ({ way }) =>
          way === 'exact'
            ? '[whole]'
            : 'IF(OR([whole]=0,[freedom]<1,[unitsCounted]<2),"",MIN([sizeEstimated],[sizeAtMost])*([tUnits]/[tUnitsDrawn])^2)',
        ['exact', 'design'],
      ),
    ),
    column(
      'low',
      12,
      'number',
      ({ estimate }) => estimate.low ?? '',
      ({ way }) => (way === 'total' ? TOTAL_LOW : EXACT_LOW),
    ),
    column(
      'high',
      12,
      'number',
      ({ estimate }) => estimate.high ?? '',
      ({ way }) => (way === 'total' ? TOTAL_HIGH : EXACT_HIGH),
    ),
    column(
      'method',
      40,
      'text',
      ({ estimate }) => texts.term('intervalMethods', estimate.method),
      ({ way }) => {
        if (way === 'exact') return `IF([low]="",${word('none')},${word('clopper_pearson')})`
        if (way === 'total') return `IF([low]="",${word('none')},${word('linearised')})`
        const isLimited = 'OR([sizeEstimated]="",N([sizeEstimated])>N([sizeAtMost]))'
        return `IF([low]="",${word('none')},IF([sizeAtMost]="",${word('korn_graubard')},IF(${isLimited},${word('korn_graubard_limited')},${word('korn_graubard')})))`
      },
    ),
  ]
  return { ...listSheet({ key: 'intervals', columns }, rows, texts), inputs: [] }
}

const EXACT_LOW =
  'IF(N([effectiveSize])<=0,"",IF([ratio]*[effectiveSize]<=0,0,_xlfn.BETA.INV(0.025,[effectiveSize]*[ratio],[effectiveSize]-[effectiveSize]*[ratio]+1)))'
const EXACT_HIGH =
  'IF(N([effectiveSize])<=0,"",IF([effectiveSize]-[effectiveSize]*[ratio]<=0,1,_xlfn.BETA.INV(0.975,[effectiveSize]*[ratio]+1,[effectiveSize]-[effectiveSize]*[ratio])))'
const NO_TOTAL_INTERVAL = `OR([whole]=0,[freedom]<1,[variance]<=${NO_VARIANCE_TEXT})`
const TOTAL_LOW = `IF(${NO_TOTAL_INTERVAL},"",MAX(0,[ratio]-[tUnitsDrawn]*SQRT([variance])))`
const TOTAL_HIGH = `IF(${NO_TOTAL_INTERVAL},"",MIN(1,[ratio]+[tUnitsDrawn]*SQRT([variance])))`

/** The 97.5 % quantile of Student's t by the beta quantile, as `tQuantile` has it; empty without degrees of freedom. */
function tOf(freedom: string): string {
  const beta = `_xlfn.BETA.INV(0.05,(${freedom})/2,0.5)`
  return `IF((${freedom})<1,"",SQRT((${freedom})*(1-${beta})/${beta}))`
}

function t(freedom: number): PlainCell {
  return freedom < 1 ? '' : tQuantile(freedom)
}

function finite(value: number): PlainCell {
  return Number.isFinite(value) ? value : ''
}

function squaresOf(figure: string, { isWeighted }: ShareSpec): string {
  return isWeighted ? `SUMPRODUCT(({figures.weight}*{figures.${figure}})^2)` : `SUMSQ({figures.${figure}})`
}

/** What unequal weights cost, by Kish. */
function lossOf({ whole, isWeighted }: ShareSpec): string {
  if (!isWeighted) return '1'
  const has = `({figures.${whole}}>0)`
  return `IF([whole]=0,1,SUMPRODUCT(${has}*1)*SUMPRODUCT(${has}*{figures.weight}^2)/SUMPRODUCT(${has}*{figures.weight})^2)`
}

function squares({ share }: IntervalRow, side: 'numerator' | 'denominator'): number {
  const figure = share[side]
  const size = share.sums.effectiveSize(figure)
  return size === 0 ? 0 : share.sums.total(figure) ** 2 / size
}

function effectiveSize({ way, share, estimate, variance }: IntervalRow): number | null {
  const { sums, denominator, units } = share
  if (way === 'exact') return sums.total(denominator)
  const freedom = sums.degreesOfFreedom(denominator)
  if (sums.total(denominator) === 0 || freedom < 1 || units < 2) return null
  const value = estimate.value ?? 0
  const estimated = variance > 0 ? (value * (1 - value)) / variance : Infinity
  return (
    Math.min(estimated, mostItIsWorth(share, variance)) * (tQuantile(units - 1) / tQuantile(freedom)) ** 2
  )
}

function rowsOf(tally: Tally, totals: CountyTotals | null): readonly IntervalRow[] {
  const known = totals?.sampledVillagesUnregistered ?? 0
  return [
    ...SHARES.map((spec): IntervalRow => {
      const share = tallyShare(spec, tally)
      const isExact = spec.kind === 'recognition' && !spec.isWeighted
      const estimate = isExact
        ? estimateHouseholdShare(tally.recognising.count, tally.asked.count)
        : estimateShare(share)
      return {
        spec,
        way: isExact ? 'exact' : 'design',
        share,
        estimate,
        variance: share.sums.varianceOf(linearisedShare(share)),
      }
    }),
    ...TOTAL_SHARES.map((spec): IntervalRow => {
      const share = tallyShare(spec, tally)
      const variance =
        known > 0 ? share.sums.varianceOf((figures) => (figures[share.numerator] ?? 0) / known) : 0
      const estimate: Estimate = known > 0 ? estimateOverTotal(share, known) : { value: null, ...NO_INTERVAL }
      return { spec, way: 'total', share, estimate, variance }
    }),
  ]
}
