import {
  coverageRate,
  ENDED_OUTCOMES,
  OPEN_STATES,
  openIn,
  type Coverage,
  type CoverageState,
} from '../../../domain/programmes/census/coverage/Coverage'
import type { CoverageReport } from '../../../domain/programmes/census/coverage/coverageOf'
import { COUNTY, type TableArea } from '../../../domain/programmes/census/tables/TableCounts'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { VISIT_OUTCOME } from '../../../domain/instrument/Roles'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import { areaColumns } from './areaColumns'

interface CoverageOfArea {
  readonly area: TableArea
  readonly coverage: Coverage
}

/** How far the county, each township and each village has come, by where their households stand. */
export function coverageSheet(
  { county, townships, villages }: CoverageReport,
  instrument: Instrument,
  texts: Texts,
): WorkbookSheet {
  const column = columnsIn<CoverageOfArea>(texts)
  const columns = [
    ...areaColumns<CoverageOfArea>(texts, ({ area }) => area),
    column('listed', 10, 'integer', ({ coverage }) => coverage.listed),
    column('found', 10, 'integer', ({ coverage }) => coverage.found),
    ...[...ENDED_OUTCOMES, ...OPEN_STATES].map((state) => stateColumn(state, instrument, texts)),
    column(
      'stillOpen',
      10,
      'integer',
      ({ coverage }) => openIn(coverage),
      () => OPEN_STATES.map((state) => `[outcome_${state}]`).join('+'),
    ),
    column(
      'coverageRate',
      12,
      'percent',
      ({ coverage }) => coverageRate(coverage) ?? '',
      () => `IF(${DUE}>0,[outcome_enumerated]/(${DUE}),"")`,
    ),
  ]
  const rows: readonly CoverageOfArea[] = [
    { area: COUNTY, coverage: county },
    ...[...townships].map(([key, coverage]) => ({ area: { kind: 'township', key } as const, coverage })),
    ...[...villages].map(([key, coverage]) => ({ area: { kind: 'village', key } as const, coverage })),
  ]
  return { ...listSheet({ key: 'coverage', columns }, rows, texts), inputs: [] }
}

/** Everybody who is to be enumerated. */
const DUE = '[listed]+[found]-[outcome_duplicate]'

function stateColumn(
  state: CoverageState,
  instrument: Instrument,
  texts: Texts,
): TableColumn<CoverageOfArea> {
  return {
    key: `outcome_${state}`,
    label: stateText(state, instrument, texts),
    width: 10,
    type: 'integer',
    value: ({ coverage }) => coverage.states[state],
  }
}

/** Where a household stands, in the form's words. */
export function stateText(state: CoverageState, instrument: Instrument, texts: Texts): string {
  return state === 'not_visited'
    ? texts.term('measureWords', 'none')
    : answerText(state, VISIT_OUTCOME.question, instrument, texts)
}
