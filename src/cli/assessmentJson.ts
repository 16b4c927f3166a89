import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import type { Texts } from '../application/texts/Texts'
import type { Because, CriterionResult } from '../domain/criteria/Criterion'
import type { QuestionRef } from '../domain/interview/Answers'
import type { Problem } from '../domain/shared/Problem'
import type { StandardsInForce } from '../domain/standards/Standards'
import { problem as problemJson } from './rosterJson'

/** The document that `yihu assess --json` prints. */
export function assessmentJson(
  assessments: readonly HouseholdAssessment[],
  problems: readonly Problem[],
  standards: StandardsInForce | null,
  texts: Texts,
): string {
  // Household by household: one string of a whole county is made once, at the end.
  const households = assessments.map((each) => JSON.stringify(household(each)))
  const shownProblems = problems.map((each) => {
    return { ...(problemJson(each, texts) as object), line: each.place.line ?? null }
  })
  return `{"standards":${JSON.stringify(standardsJson(standards))},\n"households":[${households.join(',\n')}],\n"problems":${JSON.stringify(shownProblems)}}`
}

function household(assessment: HouseholdAssessment): object {
  const { household, judgement, labels } = assessment
  const { conclusion, criteria, income, flags, monitoring, notComputed, unanswered } = judgement
  const named = (because: readonly Because[]): readonly object[] =>
    because.map((each) => labelled(each, labels))
  return {
    id: household.id,
    status: household.status,
    conclusion,
    criteria: Object.fromEntries(
      Object.entries(criteria ?? {}).map(([name, result]) => [
        name,
        criterion(result, named(result.because)),
      ]),
    ),
    income,
    flags: flags.map(({ flag, because }) => ({ flag, because: named(because) })),
    notComputed,
    monitoring: monitoring.map(({ flag, because }) => ({ flag, because: named(because) })),
    unanswered: unanswered.map((ref) => labelled(ref, labels)),
    conflicts: assessment.conflicts.map((ref) => labelled(ref, labels)),
  }
}

function criterion(
  { result, applicable, wouldSettle, parts }: CriterionResult,
  because: readonly object[],
): object {
  const questions = [...new Set(wouldSettle.map(({ question }) => question))]
  return { result, applicable, because, wouldSettle: questions, ...(parts !== undefined && { parts }) }
}

/** Added members and ledger lines under the labels that the answers file gave them. */
function labelled<Named extends Because | QuestionRef>(
  each: Named,
  labels: ReadonlyMap<string, string>,
): Named {
  const { member, line } = each
  return {
    ...each,
    ...(member !== undefined && { member: labels.get(member) ?? member }),
    ...(line !== undefined && { line: labels.get(line) ?? line }),
  }
}

function standardsJson(standards: StandardsInForce | null): object | null {
  if (standards === null) return null
  const { edition, asOf, region, regionCode, incomeWindow, parameters } = standards
  return { edition, asOf, region, regionCode, incomeWindow, parameters: Object.fromEntries(parameters) }
}
