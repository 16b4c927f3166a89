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
  readonly totals: VillageTotals
}

/** What the villages of each township, and of the county, come to: apart from the villages, so that their rows stay clean to filter and sum. */
export function townshipSheet({ report }: Pick<WorkbookFrame, 'report'>, texts: Texts): WorkbookSheet {
  const column = columnsIn<TownshipRow>(texts)
  const shareOf = ({ totals }: TownshipRow, basis: Basis): number | null =>
    totals.incidence.find((each) => each.basis === basis)?.value ?? null
  const columns = [
    column('township', 20, 'text', ({ name }) => name),
    column('villageCount', 10, 'integer', ({ totals }) => totals.villages),
    column('listed', 10, 'integer', ({ totals }) => totals.listed),
    column('interviewed', 10, 'integer', ({ totals }) => totals.interviewed),
    column('interviewedPersons', 12, 'integer', ({ totals }) => totals.interviewedPersons),
    column('suspicionsOpen', 12, 'integer', ({ totals }) => totals.suspicionsOpen),
    column('determinedWrong', 12, 'integer', ({ totals }) => totals.determinedWrong),
    column('toVerify', 10, 'integer', ({ totals }) => totals.toVerify),
    column('monitored', 10, 'integer', ({ totals }) => totals.monitored),
    column('recognitionShare', 12, 'percent', ({ totals }) =>
      totals.asked === 0 ? null : totals.recognising / totals.asked,
    ),
    column('suspectedIncidence', 14, 'percent', (row) => shareOf(row, 'suspected')),
    column('determinedIncidence', 14, 'percent', (row) => shareOf(row, 'determined')),
  ]
  const rows = [
    ...townshipsOf(report.villages).map(({ key, totals }) => ({ name: key.split('/')[1] || '—', totals })),
    { name: texts.term('marks', 'wholeCounty'), totals: totalVillages(report.villages) },
  ]
  return { ...listSheet({ key: 'townships', columns }, rows, texts), isList: false }
}
