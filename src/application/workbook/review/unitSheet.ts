import { FIGURE, figuresOf } from '../../../domain/programmes/assessment/measures/tallyHouseholds'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'
import type { FigureRow, OrderedFigures, SampleUnit } from './FigureRow'
import type { FigureName } from './shares'

/** Figures that have an interval: those of the worst case have none. */
const SUMMED = (Object.keys(FIGURE) as readonly FigureName[]).filter((name) => !name.endsWith('Worst'))

/** Where villages were drawn: one row a drawn unit, the sums of its households, plain and by weights. */
export function unitSheet({ rows, units, strata }: OrderedFigures, texts: Texts): WorkbookSheet {
  const column = columnsIn<SampleUnit>(texts)
  const stratumOf = new Map(
    strata.flatMap(({ units: own }, index) =>
      units.slice(own.from, own.to + 1).map((unit) => [unit, index + 1]),
    ),
  )
  const columns = [
    column('cluster', 26, 'text', ({ cluster }) => cluster),
    column('stratum', 8, 'integer', (unit) => stratumOf.get(unit) ?? null),
    ...SUMMED.flatMap((name) => [sumColumn(name, rows, false, texts), sumColumn(name, rows, true, texts)]),
  ]
  return { ...listSheet({ key: 'units', columns }, units, texts), inputs: [] }
}

function sumColumn(
  name: FigureName,
  rows: readonly FigureRow[],
  isWeighted: boolean,
  texts: Texts,
): TableColumn<SampleUnit> {
  const label = texts.term('figures', name)
  return {
    key: isWeighted ? `${name}Weighted` : name,
    label: isWeighted ? `${label}·${texts.term('columns', 'byWeights')}` : label,
    width: 10,
    type: 'decimal',
    value: ({ from, to }) =>
      rows.slice(from, to + 1).reduce((sum, { measured }) => {
        const figure = figuresOf(measured)[FIGURE[name]] ?? 0
        return sum + (isWeighted ? figure * measured.sampling.weight : figure)
      }, 0),
    formula: ({ from, to }) =>
      isWeighted
        ? `SUMPRODUCT({figures.weight:${from}-${to}},{figures.${name}:${from}-${to}})`
        : `SUM({figures.${name}:${from}-${to}})`,
  }
}
