import { MONITORING } from '../../../domain/patterns/Flag'
import { describeBecause } from '../../texts/describeBecause'
import { namesIn, type WorkbookInput } from '../WorkbookInput'
import type { WorkbookSheet } from '../WorkbookSheet'

/** The monitoring lists, one kind after the other: households at risk, each with the facts that put it there (S21). */
export function monitoringSheet({ assessments, texts }: WorkbookInput): WorkbookSheet {
  const header = (name: string): string => texts.term('columns', name)
  return {
    name: texts.term('sheets', 'monitoring'),
    isList: true,
    columns: [
      { header: header('monitoring'), width: 16, kind: 'text' },
      { header: header('household'), width: 22, kind: 'text' },
      { header: header('head'), width: 12, kind: 'text' },
      { header: header('township'), width: 14, kind: 'text' },
      { header: header('village'), width: 14, kind: 'text' },
      { header: header('reason'), width: 60, kind: 'text' },
    ],
    rows: MONITORING.flatMap((kind) =>
      assessments.flatMap((assessment) => {
        const { household, interview, judgement } = assessment
        const raised = judgement.monitoring.find(({ flag }) => flag === kind)
        if (raised === undefined) return []
        const reasons = raised.because.map((because) =>
          describeBecause(because, interview.instrument, namesIn(assessment), texts),
        )
        const { id, headName, township, village } = household
        return [[texts.term('flags', kind), id, headName, township, village, reasons.join('；')]]
      }),
    ),
  }
}
