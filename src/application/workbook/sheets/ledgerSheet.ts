import { isCounted, reckonLedger } from '../../../domain/programmes/assessment/criteria/ledger'
import { answerText } from '../../texts/describeBecause'
import type { HouseholdList, ReviewTerms } from '../WorkbookInput'

/** One row a ledger line, with whether it counts: the sums of the household sheet can be done again from here. */
export function ledgerList({ texts }: ReviewTerms): HouseholdList {
  const header = (name: string): string => texts.term('columns', name)
  return {
    sheet: 'ledger',
    columns: [
      { header: header('household'), width: 22, kind: 'text' },
      { header: header('ledgerLine'), width: 10, kind: 'text' },
      { header: header('kind'), width: 16, kind: 'text' },
      { header: header('item'), width: 16, kind: 'text' },
      { header: header('amount'), width: 14, kind: 'yuan' },
      { header: header('state'), width: 12, kind: 'text' },
      { header: header('oneOff'), width: 10, kind: 'text' },
      { header: header('isCounted'), width: 10, kind: 'text' },
    ],
    rowsOf: ({ assessment: { household, interview, labels } }) =>
      reckonLedger(interview).lines.map((line) => {
        const word = (value: string | undefined, question: string): string | null =>
          value === undefined ? null : answerText(value, question, interview.instrument, texts)
        return [
          household.id,
          labels.get(line.id) ?? line.id,
          word(line.kind, 'income_kind'),
          word(line.item, 'income_item'),
          line.yuan ?? null,
          word(line.state, 'income_state'),
          line.isOneOff === undefined ? null : texts.term('marks', line.isOneOff ? 'yes' : 'no'),
          line.kind === 'business_cost' ? null : texts.term('marks', isCounted(line) ? 'yes' : 'no'),
        ]
      }),
  }
}
