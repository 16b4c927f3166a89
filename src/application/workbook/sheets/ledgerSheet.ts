import {
  isCounted,
  computeLedger,
  type LedgerLine,
} from '../../../domain/programmes/assessment/criteria/ledger'
import type { Instance } from '../../../domain/interview/Interview'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn, type CellType, type PlainCell } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import { listOf, type HouseholdList } from '../HouseholdList'
import type { TermOf } from '../../texts/Texts'
import type { ReviewTerms } from '../WorkbookInput'
import { writingOf, written, type Writing } from '../writings'

interface LedgerRow {
  readonly assessment: HouseholdAssessment
  /** Null where whoever writes the workbook may not see the ledger yet. */
  readonly line: { readonly read: LedgerLine; readonly instance: Instance } | null
}

/**
 * One row a ledger line, with whether it counts: the sums of the household sheet can be done again from here. What a line lacks
 * says why (`Writing`); a ledger that is hidden has one row that says so.
 */
export function ledgerList({ texts }: ReviewTerms): HouseholdList {
  const column = columnsIn<LedgerRow>(texts)
  const yesNo = (holds: boolean): string => texts.term('marks', holds ? 'yes' : 'no')
  const lined = (
    key: TermOf<'columns'>,
    width: number,
    type: CellType,
    value: (line: LedgerLine) => PlainCell | undefined,
    questions: readonly [string, ...string[]],
  ) =>
    column(key, width, type, ({ assessment, line }) => {
      if (line === null) return written('hidden', type, texts)
      return value(line.read) ?? written(silenceOf(assessment, line.instance, questions), type, texts)
    })
  const worded = (key: TermOf<'columns'>, width: number, question: string, name: 'kind' | 'item' | 'state') =>
    column(key, width, 'text', ({ assessment, line }) => {
      const said = line?.read[name]
      if (line === null) return written('hidden', 'text', texts)
      return said === undefined
        ? written(silenceOf(assessment, line.instance, [question]), 'text', texts)
        : answerText(said, question, assessment.interview.instrument, texts)
    })
  return listOf({
    key: 'ledger',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('ledgerLine', 10, 'text', ({ assessment, line }) =>
        line === null
          ? written('hidden', 'text', texts)
          : (assessment.labels.get(line.instance.id) ?? line.instance.id),
      ),
      worded('kind', 16, 'income_kind', 'kind'),
      worded('item', 16, 'income_item', 'item'),
      lined('amount', 14, 'yuan', ({ yuan }) => yuan, ['amount_yuan', 'quantity', 'unit_price']),
      worded('state', 12, 'income_state', 'state'),
      lined('oneOff', 10, 'text', ({ isOneOff }) => (isOneOff === undefined ? undefined : yesNo(isOneOff)), [
        'one_off',
      ]),
      column('isCounted', 10, 'text', ({ line }) => {
        if (line === null) return written('hidden', 'text', texts)
        // A cost is taken off, whatever became of it.
        return line.read.kind === 'business_cost'
          ? written('not_applicable', 'text', texts)
          : yesNo(isCounted(line.read))
      }),
    ],
    rowsOf: ({ assessment, isHidden }) =>
      isHidden === true ? [{ assessment, line: null }] : linesOf(assessment),
  })
}

function linesOf(assessment: HouseholdAssessment): readonly LedgerRow[] {
  const read = new Map(computeLedger(assessment.interview).lines.map((line) => [line.id, line]))
  return assessment.interview.lines.flatMap((instance) => {
    const line = read.get(instance.id)
    return line === undefined ? [] : [{ assessment, line: { read: line, instance } }]
  })
}

/** Why none of the questions gives the value: in conflict if any is, else as the first of them stands. */
function silenceOf(
  assessment: HouseholdAssessment,
  line: Instance,
  questions: readonly [string, ...string[]],
): Writing {
  const writings = questions.map((question) => writingOf(assessment, line, question))
  return writings.includes('conflict') ? 'conflict' : (writings[0] ?? 'unanswered')
}
