import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { tallyHouseholds } from '../../../domain/programmes/assessment/measures/tallyHouseholds'
import type { Texts } from '../../texts/Texts'
import { measureSheet } from '../sheets/measureSheet'
import { townshipSheet } from '../sheets/townshipSheet'
import { villageSheet } from '../sheets/villageSheet'
import type { WorkbookFrame } from '../WorkbookInput'
import type { WorkbookSheet } from '../WorkbookSheet'
import { orderFigures, type FigureRow } from './FigureRow'
import { figureSheet } from './figureSheet'
import { incidenceSheet } from './incidenceSheet'
import { intervalSheet } from './intervalSheet'
import { groupForReview, reviewSheet } from './reviewSheet'
import { methodSheet } from './methodSheet'
import { unitSheet } from './unitSheet'
import { varianceSheet } from './varianceSheet'

/** Sheets that are computed from what is decided in one of them, and those that show every step. */
export interface ComputedSheets {
  readonly review: WorkbookSheet
  /** Measures, villages, townships. */
  readonly results: readonly WorkbookSheet[]
  /** Intervals, incidence, methods, variances, sampling units where villages were drawn, figures. */
  readonly steps: readonly WorkbookSheet[]
}

/** Where each village's households begin. */
function firstRowsOf(rows: readonly FigureRow[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const [row, { measured }] of rows.entries())
    if (!first.has(measured.village)) first.set(measured.village, row)
  return first
}

/** `instrument`: the form that words of outcomes come from; `nameOf`: what people call a household. */
export function computedSheets(
  rows: readonly FigureRow[],
  frame: Pick<WorkbookFrame, 'report' | 'villageForms'>,
  instrument: Instrument | undefined,
  nameOf: (household: string) => string,
  texts: Texts,
): ComputedSheets {
  const { report } = frame
  const figures = orderFigures(rows)
  const groups = groupForReview(rows)
  const tally = tallyHouseholds(rows.map(({ measured }) => measured))
  const starts = { wrongExits: 0, omissions: groups.wrongExits.length }
  const villages = report.villages.map(({ village }) => village)
  return {
    review: reviewSheet(groups, texts),
    results: [
      measureSheet(frame, starts, nameOf, texts),
      villageSheet(frame, firstRowsOf(rows), instrument, texts),
      townshipSheet(frame, texts),
    ],
    steps: [
      intervalSheet(tally, report.totals, texts),
      incidenceSheet(report.measures, texts),
      methodSheet(texts),
      varianceSheet(figures, tally, report.totals, texts),
      ...(figures.areRowsUnits ? [] : [unitSheet(figures, texts)]),
      figureSheet(figures, villages, texts),
    ],
  }
}
