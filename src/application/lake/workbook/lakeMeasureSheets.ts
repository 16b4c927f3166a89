import { columnsIn } from '../../tables/TableSpec'
import { describeMeasure } from '../../texts/describeMeasure'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import type { AreaCounts, AreaMeasures, LakeMeasure } from '../tables/measures'
import { placeColumns } from './placeColumns'

interface MeasureRow {
  readonly of: AreaMeasures
  readonly measure: LakeMeasure
}

/** The measures of every area, a row each; and the counts of townships and villages where they are told. */
export function lakeMeasureSheets(areas: readonly AreaMeasures[], texts: Texts): readonly WorkbookSheet[] {
  const rows = areas.flatMap((of) => of.measures.map((measure): MeasureRow => ({ of, measure })))
  const places = areas.flatMap((of) => of.places)
  const measures = listSheet({ key: 'lakeMeasures', columns: measureColumns(texts) }, rows, texts)
  if (places.length === 0) return [measures]
  return [measures, listSheet({ key: 'lakePlaces', columns: countColumns(texts) }, places, texts)]
}

function measureColumns(texts: Texts) {
  const column = columnsIn<MeasureRow>(texts)
  return [
    ...placeColumns<MeasureRow>(texts, ({ of }) => of.area),
    column('countyCount', 8, 'integer', ({ of }) => of.counties),
    column('measure', 46, 'text', ({ measure }) => describeMeasure(measure, texts)),
    column('numerator', 12, 'decimal', ({ measure }) => measure.numerator),
    column('denominator', 12, 'decimal', ({ measure }) => measure.denominator),
    column('share', 12, 'percent', ({ measure }) => measure.value),
    column('low', 12, 'percent', ({ measure }) => measure.low),
    column('high', 12, 'percent', ({ measure }) => measure.high),
    column('method', 30, 'text', ({ measure }) => texts.term('intervalMethods', measure.method)),
    column('threshold', 10, 'percent', ({ measure }) => measure.threshold),
    column('result', 12, 'text', ({ measure: { result } }) => result && texts.term('measureResults', result)),
    column('open', 12, 'integer', ({ measure }) => measure.open),
    column('countyVerdict', 12, 'text', ({ of: { verdict } }) => {
      return verdict && texts.term('measureResults', verdict.result)
    }),
    column('countiesWithoutTotals', 24, 'text', ({ of, measure }) => {
      return measure.name === 'poverty_incidence' ? of.withoutTotals.join('、') || null : null
    }),
  ]
}

function countColumns(texts: Texts) {
  const column = columnsIn<AreaCounts>(texts)
  return [
    ...placeColumns<AreaCounts>(texts, ({ area }) => area),
    column('villageCount', 10, 'integer', ({ villages }) => villages),
    column('listed', 10, 'integer', ({ listed }) => listed),
    column('interviewed', 10, 'integer', ({ interviewed }) => interviewed),
    column('interviewedPersons', 12, 'integer', ({ interviewedPersons }) => interviewedPersons),
    column('suspicionsOpen', 12, 'integer', ({ suspicionsOpen }) => suspicionsOpen),
    column('determinedWrong', 12, 'integer', ({ determinedWrong }) => determinedWrong),
    column('toVerify', 10, 'integer', ({ toVerify }) => toVerify),
    column('suspectedIncidence', 12, 'percent', incidenceOf('suspected')),
    column('determinedIncidence', 12, 'percent', incidenceOf('determined')),
  ]
}

function incidenceOf(basis: 'suspected' | 'determined') {
  return ({ incidence }: AreaCounts) => incidence.find((each) => each.basis === basis)?.value ?? null
}
