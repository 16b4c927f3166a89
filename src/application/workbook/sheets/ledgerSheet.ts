import {
  isCounted,
  computeLedger,
  type LedgerLine,
} from '../../../domain/programmes/assessment/criteria/ledger'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import { listOf, type HouseholdList } from '../HouseholdList'
import type { ReviewTerms } from '../WorkbookInput'

interface LedgerRow {
  readonly assessment: HouseholdAssessment
  readonly line: LedgerLine
}

/** One row a ledger line, with whether it counts: the sums of the household sheet can be done again from here. */
export function ledgerList({ texts }: ReviewTerms): HouseholdList {
  const column = columnsIn<LedgerRow>(texts)
  const word = (value: string | undefined, question: string, { assessment }: LedgerRow): string | null =>
    value === undefined ? null : answerText(value, question, assessment.interview.instrument, texts)
  const yesNo = (holds: boolean): string => texts.term('marks', holds ? 'yes' : 'no')
  return listOf({
    key: 'ledger',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('ledgerLine', 10, 'text', ({ assessment, line }) => assessment.labels.get(line.id) ?? line.id),
      column('kind', 16, 'text', (row) => word(row.line.kind, 'income_kind', row)),
      column('item', 16, 'text', (row) => word(row.line.item, 'income_item', row)),
      column('amount', 14, 'yuan', ({ line }) => line.yuan ?? null),
      column('state', 12, 'text', (row) => word(row.line.state, 'income_state', row)),
      column('oneOff', 10, 'text', ({ line }) => (line.isOneOff === undefined ? null : yesNo(line.isOneOff))),
      column('isCounted', 10, 'text', ({ line }) =>
        line.kind === 'business_cost' ? null : yesNo(isCounted(line)),
      ),
    ],
    rowsOf: ({ assessment }) =>
      computeLedger(assessment.interview).lines.map((line) => ({ assessment, line })),
  })
}
