import { MEASURES, type Measure } from '../../../domain/programmes/assessment/measures/Measure'
import { columnsIn, type CellType, type PlainCell, type TableColumn } from '../../tables/TableSpec'
import { describeMeasure } from '../../texts/describeMeasure'
import type { Texts, TermOf } from '../../texts/Texts'
import { indicatorFormulas, measureFormulas, type MeasureFormulas } from '../review/measureFormulas'
import type { WorkbookFrame } from '../WorkbookInput'
import { listSheet, type SheetChart, type SheetName, type WorkbookSheet } from '../WorkbookSheet'

/** A measure, or an indicator: it has no threshold, and nothing decides it. */
interface MeasureRow {
  readonly measure: Measure | null
  readonly share: Parameters<typeof describeMeasure>[0] & Pick<Measure, 'numerator' | 'denominator' | 'value'>
  readonly formulas: MeasureFormulas
  /** Where the households are that people can decide on. */
  readonly goesTo: { readonly sheet: string; readonly row: number }
}

/** First rows of the review sheet's groups. */
export interface ReviewStarts {
  readonly wrongExits: number
  readonly omissions: number
}

/** Parts of a measure that programs know by name, with their columns. */
const PARTS = {
  numerator: 'numerator',
  denominator: 'denominator',
  value: 'share',
  low: 'low',
  high: 'high',
  best: 'best',
  worst: 'worst',
  result: 'result',
} as const

/** One row a measure, basis and reading, each cell computed: value, interval, threshold, result, and how many households still decide it. */
export function measureSheet(
  { report }: Pick<WorkbookFrame, 'report'>,
  starts: ReviewStarts,
  nameOf: (household: string) => string,
  texts: Texts,
): WorkbookSheet {
  const column = columnsIn<MeasureRow>(texts)
  const computed = (
    key: TermOf<'columns'>,
    width: number,
    type: CellType,
    value: (measure: Measure) => PlainCell | undefined,
  ): TableColumn<MeasureRow> =>
    column(
      key,
      width,
      type,
      ({ measure, formulas }) =>
        measure === null ? null : (value(measure) ?? (formulas[key] === undefined ? null : '')),
      ({ formulas }) => formulas[key] ?? null,
    )
  const sharePart = (key: 'numerator' | 'denominator' | 'share', type: CellType): TableColumn<MeasureRow> =>
    column(
      key,
      12,
      type,
      ({ share }) => share[key === 'share' ? 'value' : key] ?? '',
      ({ formulas }) => formulas[key] ?? null,
    )
  const columns = [
    column('measure', 46, 'text', ({ share, goesTo }) => ({ value: describeMeasure(share, texts), goesTo })),
    sharePart('numerator', 'decimal'),
    sharePart('denominator', 'integer'),
    sharePart('share', 'percent'),
    computed('low', 12, 'percent', ({ low }) => low ?? undefined),
    computed('high', 12, 'percent', ({ high }) => high ?? undefined),
    computed('method', 30, 'text', ({ method }) => texts.term('intervalMethods', method)),
    column('threshold', 10, 'percent', ({ measure }) => measure?.threshold ?? null),
    computed('best', 12, 'percent', ({ best }) => best ?? undefined),
    computed('worst', 12, 'percent', ({ worst }) => worst ?? undefined),
    computed('result', 12, 'text', ({ result }) => texts.term('measureResults', result)),
    computed('warning', 24, 'text', (measure) => warningsOf(measure, texts).join('；')),
    computed('weightedShare', 12, 'percent', ({ weighted }) => weighted?.value ?? undefined),
    computed('weightedLow', 12, 'percent', ({ weighted }) => weighted?.low ?? undefined),
    computed('weightedHigh', 12, 'percent', ({ weighted }) => weighted?.high ?? undefined),
    computed('weightedMethod', 30, 'text', ({ weighted }) =>
      weighted === null ? undefined : texts.term('intervalMethods', weighted.method),
    ),
    computed('expansion', 12, 'percent', ({ expansion }) => expansion?.value ?? undefined),
    computed('expansionLow', 12, 'percent', ({ expansion }) => expansion?.low ?? undefined),
    computed('expansionHigh', 12, 'percent', ({ expansion }) => expansion?.high ?? undefined),
    computed('expansionBest', 12, 'percent', ({ expansion }) => expansion?.best ?? undefined),
    computed('expansionWorst', 12, 'percent', ({ expansion }) => expansion?.worst ?? undefined),
    computed('expansionResult', 12, 'text', ({ expansion }) =>
      expansion === null ? undefined : texts.term('measureResults', expansion.result),
    ),
    computed('openCount', 10, 'integer', ({ open }) => open.length),
    column('open', 40, 'text', ({ measure }) =>
      measure === null ? null : namedIn(measure.open.map(nameOf)),
    ),
  ]
  const measures = report.measures.map((measure): MeasureRow => ({
    measure,
    share: measure,
    formulas: measureFormulas(measure, texts),
    goesTo: { sheet: 'review', row: measure.name === 'omission_rate' ? starts.omissions : starts.wrongExits },
  }))
  const indicators = report.indicators.map((each): MeasureRow => ({
    measure: null,
    share: { ...each, denominatorReading: null },
    formulas: indicatorFormulas(each),
    goesTo: { sheet: 'review', row: 0 },
  }))
  return {
    ...listSheet({ key: 'measures', columns }, [...measures, ...indicators], texts),
    inputs: [],
    printedTo: 'warning',
    charts: chartsOf(report.measures, texts),
    names: report.measures.flatMap(namesOf),
    colours: [
      {
        columns: ['result', 'expansionResult'],
        when: resultIs('result', 'not_reached', texts),
        look: 'unmet',
      },
      {
        columns: ['result', 'expansionResult'],
        when: resultIs('result', 'undetermined', texts),
        look: 'undetermined',
      },
      { columns: ['result', 'expansionResult'], when: resultIs('result', 'reached', texts), look: 'met' },
    ],
  }
}

/** Each measure with its interval and its threshold, those of one size together. */
function chartsOf(measures: readonly Measure[], texts: Texts): readonly SheetChart[] {
  return MEASURES.flatMap((name) => {
    const places = measures.flatMap((measure, row) => (measure.name === name ? [row] : []))
    const [first, last] = [places.at(0), places.at(-1)]
    if (first === undefined || last === undefined) return []
    const title = texts.term('measures', name)
    return [
      {
        title,
        categories: 'measure',
        series: ['share', 'low', 'high', 'threshold'],
        rows: [first, last] as const,
      },
    ]
  })
}

function resultIs(column: string, result: TermOf<'measureResults'>, texts: Texts): string {
  return `[${column}]="${texts.term('measureResults', result)}"`
}

/** `M_omission_rate_suspected_interviewed_numerator` and its sisters: what a measure has not is left out. */
function namesOf({ name, basis, denominatorReading }: Measure, row: number): readonly SheetName[] {
  const begin = measureName({ name, basis, denominatorReading })
  return Object.entries(PARTS).map(([part, column]) => ({ name: `${begin}_${part}`, column, row }))
}

function measureName({
  name,
  basis,
  denominatorReading,
}: Pick<Measure, 'name' | 'basis' | 'denominatorReading'>): string {
  return ['M', name, basis, denominatorReading].filter((part) => part !== null).join('_')
}

/** Households named in a cell; how many there are stands beside it. */
const NAMED_AT_MOST = 200

function namedIn(ids: readonly string[]): string | null {
  return [...ids.slice(0, NAMED_AT_MOST), ...(ids.length > NAMED_AT_MOST ? ['…'] : [])].join('、') || null
}

/** What a measure's result must be read with. */
function warningsOf({ warning, expansion }: Measure, texts: Texts): readonly string[] {
  return [
    ...(warning === null ? [] : [texts.term('measureWords', 'thresholdInInterval')]),
    ...(expansion?.decidesOtherwise ? [texts.term('measureWords', 'expansionDecidesOtherwise')] : []),
  ]
}
