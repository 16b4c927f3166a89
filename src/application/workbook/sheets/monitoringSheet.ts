import { MONITORING } from '../../../domain/programmes/assessment/flags/Flag'
import { describeBecause } from '../../texts/describeBecause'
import { namesIn, type HouseholdList, type ReviewTerms } from '../WorkbookInput'

/** The monitoring lists, a kind each: households at risk, each with the facts that put it there (S21). */
export function monitoringLists(terms: ReviewTerms): readonly HouseholdList[] {
  return MONITORING.map((kind) => monitoringList(kind, terms))
}

function monitoringList(kind: (typeof MONITORING)[number], { texts }: ReviewTerms): HouseholdList {
  const header = (name: string): string => texts.term('columns', name)
  return {
    sheet: 'monitoring',
    columns: [
      { header: header('monitoring'), width: 16, kind: 'text' },
      { header: header('household'), width: 22, kind: 'text' },
      { header: header('head'), width: 12, kind: 'text' },
      { header: header('township'), width: 14, kind: 'text' },
      { header: header('village'), width: 14, kind: 'text' },
      { header: header('reason'), width: 60, kind: 'text' },
    ],
    rowsOf: ({ assessment }) => {
      const { household, interview, judgement } = assessment
      const raised = judgement.monitoring.find(({ flag }) => flag === kind)
      if (raised === undefined) return []
      const reasons = raised.because.map((because) =>
        describeBecause(because, interview.instrument, namesIn(assessment, texts), texts),
      )
      const { id, headName, township, village } = household
      return [[texts.term('flags', kind), id, headName, township, village, reasons.join('；')]]
    },
  }
}
