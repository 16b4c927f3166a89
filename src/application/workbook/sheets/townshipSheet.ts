import {
  totalVillages,
  townshipsOf,
  type VillageTotals,
} from '../../../domain/programmes/assessment/measures/townships'
import type { Basis } from '../../../domain/programmes/assessment/measures/Measure'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import type { WorkbookFrame } from '../WorkbookInput'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

interface TownshipRow {
  readonly name: string
  /** Counts from 1; null: the whole county. */
  readonly number: number | null
  readonly totals: VillageTotals
}

/** What the villages of each township, and of the county, come to: apart from the villages, so that their rows stay clean to filter and sum. */
export function townshipSheet({ report }: Pick<WorkbookFrame, 'report'>, texts: Texts): WorkbookSheet {
  const column = columnsIn<TownshipRow>(texts)
  const shareOf = ({ totals }: TownshipRow, basis: Basis): number | null =>
    totals.incidence.find((each) => each.basis === basis)?.value ?? null
  const denominatorOf = ({ totals }: TownshipRow): number => totals.incidence[0]?.denominator ?? 0
  const sum =
    (villages: string) =>
    ({ number }: TownshipRow): string =>
      number === null
        ? `SUM({villages.${villages}})`
        : `SUMIFS({villages.${villages}},{villages.townshipNumber},[townshipNumber])`
  const share = (poor: string) => (row: TownshipRow) =>
    `IF([sampledPersons]=0,"",${sum(poor)(row)}/[sampledPersons])`
  const columns = [
    column('township', 20, 'text', ({ name }) => name),
    column(
      'villageCount',
      10,
      'integer',
      ({ totals }) => totals.villages,
      ({ number }) =>
        number === null
          ? 'ROWS({villages.villageKey})'
          : 'COUNTIF({villages.townshipNumber},[townshipNumber])',
    ),
    column('listed', 10, 'integer', ({ totals }) => totals.listed, sum('listed')),
    column('interviewed', 10, 'integer', ({ totals }) => totals.interviewed, sum('interviewed')),
    column(
      'interviewedPersons',
      12,
      'integer',
      ({ totals }) => totals.interviewedPersons,
      sum('interviewedPersons'),
    ),
    column('suspicionsOpen', 12, 'integer', ({ totals }) => totals.suspicionsOpen, sum('suspicionsOpen')),
    column('determinedWrong', 12, 'integer', ({ totals }) => totals.determinedWrong, sum('determinedWrong')),
    column('toVerify', 10, 'integer', ({ totals }) => totals.toVerify, sum('toVerify')),
    column('monitored', 10, 'integer', ({ totals }) => totals.monitored),
    column('recognitionShare', 12, 'percent', ({ totals }) =>
      totals.asked === 0 ? null : totals.recognising / totals.asked,
    ),
    column('sampledPersons', 12, 'integer', (row) => denominatorOf(row), sum('sampledPersons')),
    column(
      'suspectedIncidence',
      14,
      'percent',
      (row) => shareOf(row, 'suspected') ?? '',
      share('suspectedPoor'),
    ),
    column(
      'determinedIncidence',
      14,
      'percent',
      (row) => shareOf(row, 'determined') ?? '',
      share('determinedPoor'),
    ),
    column('townshipNumber', 8, 'integer', ({ number }) => number),
  ]
  const rows = [
    ...townshipsOf(report.villages).map(({ key, totals }, index) => ({
      name: key.split('/')[1] || '—',
      number: index + 1,
      totals,
    })),
    { name: texts.term('marks', 'wholeCounty'), number: null, totals: totalVillages(report.villages) },
  ]
  return { ...listSheet({ key: 'townships', columns }, rows, texts), isList: false, inputs: [] }
}
