import {
  computeLedger,
  isCounted,
  type LedgerLine,
} from '../../../domain/programmes/assessment/criteria/ledger'
import { answerVariables, keyOf, mark, type AnswerRow } from '../answerVariables'
import { datasetOf, MISSING, type Dataset } from '../Dataset'
import { zeroOne, type DataTerms } from '../DataTerms'
import { variablesIn } from '../variablesIn'
import { householdKey } from './householdData'

interface LineRow extends AnswerRow {
  readonly read: LedgerLine | undefined
}

/** One row a ledger line: its answers, its amount, and whether it counts. A ledger that is hidden has none. */
export function lineData(terms: DataTerms): Dataset {
  const key = variablesIn<LineRow>(terms, 'key')
  const variable = variablesIn<LineRow>(terms, 'rules')
  return datasetOf<LineRow>(
    'lines',
    [
      householdKey(terms),
      key('line', 'text', ({ assessment, instance }) => keyOf(assessment, instance.id)),
      ...answerVariables('lines', terms),
      variable('line_yuan', 'yuan', ({ read }) => read?.yuan ?? MISSING.unanswered),
      variable(
        'is_counted',
        'code',
        // A cost is taken off, whatever became of it.
        ({ read }) =>
          read === undefined || read.kind === 'business_cost'
            ? MISSING.not_applicable
            : mark(isCounted(read)),
        zeroOne(terms.texts),
      ),
    ],
    ({ assessment, isHidden = false }) => {
      const read = new Map(computeLedger(assessment.interview).lines.map((line) => [line.id, line]))
      return assessment.interview.lines.map((instance) => ({
        assessment,
        instance,
        isHidden,
        read: read.get(instance.id),
      }))
    },
  )
}
