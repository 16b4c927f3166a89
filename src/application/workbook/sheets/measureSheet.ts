import type { Measure } from '../../../domain/programmes/assessment/measures/Measure'
import { cellsOf, columnsIn, type PlainCell } from '../../tables/TableSpec'
import { describeMeasure } from '../../texts/describeMeasure'
import type { Texts } from '../../texts/Texts'
import type { WorkbookFrame } from '../WorkbookInput'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

/** What indicators have too: they have no threshold, and nothing decides them. */
type Share = Parameters<typeof describeMeasure>[0] & Pick<Measure, 'numerator' | 'denominator' | 'value'>

/** One row a measure, basis and reading: value, interval, threshold, result, and the households that still decide it. */
export function measureSheet(
  { report }: WorkbookFrame,
  nameOf: (household: string) => string,
  texts: Texts,
): WorkbookSheet {
  const share = columnsIn<Share>(texts)
  const shareColumns = [
    share('measure', 40, 'text', (each) => describeMeasure(each, texts)),
    share('numerator', 12, 'decimal', ({ numerator }) => numerator),
    share('denominator', 12, 'integer', ({ denominator }) => denominator),
    share('share', 10, 'percent', ({ value }) => value),
  ]
  const column = columnsIn<Measure>(texts)
  const columns = [
    ...shareColumns,
    column('low', 12, 'percent', ({ low }) => low),
    column('high', 12, 'percent', ({ high }) => high),
    column('method', 30, 'text', ({ method }) => texts.term('intervalMethods', method)),
    column('threshold', 10, 'percent', ({ threshold }) => threshold),
    column('best', 12, 'percent', (measure) => stillPossible(measure, measure.best)),
    column('worst', 12, 'percent', (measure) => stillPossible(measure, measure.worst)),
    column('result', 12, 'text', ({ result }) => texts.term('measureResults', result)),
    column('warning', 24, 'text', (measure) => warningsOf(measure, texts).join('；') || null),
    column('weightedShare', 12, 'percent', ({ weighted }) => weighted?.value ?? null),
    column('weightedLow', 12, 'percent', ({ weighted }) => weighted?.low ?? null),
    column('weightedHigh', 12, 'percent', ({ weighted }) => weighted?.high ?? null),
    column('weightedMethod', 30, 'text', ({ weighted }) =>
      weighted === null ? null : texts.term('intervalMethods', weighted.method),
    ),
    column('expansion', 12, 'percent', ({ expansion }) => expansion?.value ?? null),
    column('expansionLow', 12, 'percent', ({ expansion }) => expansion?.low ?? null),
    column('expansionHigh', 12, 'percent', ({ expansion }) => expansion?.high ?? null),
    column('expansionResult', 12, 'text', ({ expansion }) =>
      expansion === null ? null : texts.term('measureResults', expansion.result),
    ),
    column('openCount', 10, 'integer', ({ open }) => open.length),
    column('open', 40, 'text', ({ open }) => namedIn(open.map(nameOf))),
    column('intervalNote', 60, 'text', ({ method }) => texts.term('intervalNotes', method)),
  ]
  const sheet = listSheet({ key: 'measures', columns }, report.measures, texts)
  const indicators = report.indicators.map((each) => ({ ...each, denominatorReading: null }))
  return { ...sheet, rows: [...sheet.rows, ...indicators.map((each) => cellsOf(shareColumns, each))] }
}

/** What was found may lie outside of what can still come of it: decisions do not change it. */
function stillPossible({ basis }: Measure, share: number | null): PlainCell {
  return basis === 'suspected' ? null : share
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
