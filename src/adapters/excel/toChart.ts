import type { WriteSheet } from 'hucre/xlsx'
import type { SheetChart, WorkbookSheet } from '../../application/workbook/WorkbookSheet'
import { rangeOf } from './sheetAddresses'

/** Rows of the sheet that a chart takes. */
export const CHART_ROWS = 18

type Chart = NonNullable<WriteSheet['charts']>[number]

/** Colours of the series in turn: the value, the limits of its interval, the threshold, wider limits. */
const COLOURS = ['1F4E5F', 'A9C3CE', 'A9C3CE', 'C0392B', '7FA3B3', '7FA3B3'] as const

/** Columns beside each other, or points: what is compared is no course of time. */
export function toChart(chart: SheetChart, nth: number, sheet: WorkbookSheet): Chart {
  const [first, last] = chart.rows
  const top = sheet.rows.length + 2 + nth * CHART_ROWS
  const arePoints = chart.kind === 'points'
  return {
    ...(arePoints ? { type: 'scatter', scatterStyle: 'marker' } : { type: 'column' }),
    title: chart.title,
    series: chart.series.map((key, at) => {
      const color = COLOURS[at % COLOURS.length] ?? COLOURS[0]
      return {
        name: sheet.columns.find((column) => column.key === key)?.label ?? key,
        values: rangeOf(sheet, key, first, last),
        categories: rangeOf(sheet, chart.categories, first, last),
        color,
        ...(arePoints && pointsOf(at, color)),
      }
    }),
    anchor: { from: { row: top, col: 0 }, to: { row: top + CHART_ROWS - 2, col: 7 } },
  }
}

/** The value's points, and small ones of its limits. The library joins them: as thinly as can be, since nothing lies between two of them. */
function pointsOf(at: number, color: string): Partial<NonNullable<Chart['series']>[number]> {
  return {
    marker: { symbol: 'circle', size: at === 0 ? 7 : 3, fill: color },
    stroke: { width: 0.25, dash: 'sysDot' },
  }
}
