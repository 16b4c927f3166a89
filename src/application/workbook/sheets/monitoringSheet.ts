import type { Because } from '../../../domain/programmes/assessment/criteria/Criterion'
import { MONITORING } from '../../../domain/programmes/assessment/flags/Flag'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn } from '../../tables/TableSpec'
import { describeBecause } from '../../texts/describeBecause'
import { listOf, type HouseholdList } from '../HouseholdList'
import { makeNameOf, type ReviewTerms } from '../WorkbookInput'

interface MonitoringRow {
  readonly assessment: HouseholdAssessment
  readonly because: readonly Because[]
}

/** The monitoring lists, a kind each: households at risk, each with the facts that put it there (S21). */
export function monitoringLists(terms: ReviewTerms): readonly HouseholdList[] {
  return MONITORING.map((kind) => monitoringList(kind, terms))
}

function monitoringList(kind: (typeof MONITORING)[number], { texts }: ReviewTerms): HouseholdList {
  const column = columnsIn<MonitoringRow>(texts)
  return listOf({
    key: 'monitoring',
    columns: [
      column('monitoring', 16, 'text', () => texts.term('flags', kind)),
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('head', 12, 'text', ({ assessment }) => assessment.household.headName),
      column('township', 14, 'text', ({ assessment }) => assessment.household.township),
      column('village', 14, 'text', ({ assessment }) => assessment.household.village),
      column('reason', 60, 'text', ({ assessment, because }) =>
        because
          .map((each) =>
            describeBecause(each, assessment.interview.instrument, makeNameOf(assessment, texts), texts),
          )
          .join('；'),
      ),
    ],
    rowsOf: ({ assessment }) =>
      assessment.judgement.monitoring
        .filter(({ flag }) => flag === kind)
        .slice(0, 1)
        .map(({ because }) => ({ assessment, because })),
  })
}
