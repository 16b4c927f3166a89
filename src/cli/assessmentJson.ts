import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import type { CountyReport } from '../application/measures/reportCounty'
import type { Texts } from '../application/texts/Texts'
import type { Because, CriterionResult } from '../domain/programmes/assessment/criteria/Criterion'
import type {
  HouseholdDeterminations,
  Standing,
} from '../domain/programmes/assessment/determination/Determination'
import type { Problem } from '../domain/shared/Problem'
import type { StandardsInForce } from '../domain/standards/Standards'
import { countyParts } from './countyJson'
import { problem as problemJson } from './rosterJson'

/** The document that `yihu assess --json` prints. */
export function assessmentJson(
  assessments: readonly HouseholdAssessment[],
  report: CountyReport | null,
  determinations: ReadonlyMap<string, HouseholdDeterminations>,
  problems: readonly Problem[],
  standards: StandardsInForce | null,
  texts: Texts,
): string {
  // Household by household: one string of a whole county is made once, at the end.
  const households = assessments.map((each) => JSON.stringify(household(each, determinations, texts)))
  const shownProblems = problems.map((each) => {
    return { ...(problemJson(each, texts) as object), line: each.place.line ?? null }
  })
  const parts = [
    `"standards":${JSON.stringify(standardsJson(standards, texts))}`,
    `"households":[${households.join(',\n')}]`,
    ...countyParts(report),
    `"problems":${JSON.stringify(shownProblems)}`,
  ]
  return `{${parts.join(',\n')}}`
}

function household(
  assessment: HouseholdAssessment,
  determinations: ReadonlyMap<string, HouseholdDeterminations>,
  texts: Texts,
): object {
  const { household, judgement, labels } = assessment
  const { conclusion, criteria, income, flags, monitoring, notComputed, unanswered } = judgement
  const named = (because: readonly Because[]): readonly object[] =>
    because.map((each) => sourced(labelled(each, labels), texts))
  return {
    id: household.id,
    status: household.status,
    conclusion,
    determinations: determinationsJson(determinations.get(household.id)),
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

/** How what was decided of a household stands; null where nothing was. */
function determinationsJson(said: HouseholdDeterminations | undefined): object | null {
  if (said === undefined) return null
  const standing = (of: Standing): object => ({
    state: of.state,
    determination: 'decision' in of ? of.decision.determination : null,
    confirmedBy: 'decision' in of ? of.decision.confirmedBy : null,
    confirmedHow: 'decision' in of ? of.decision.confirmedHow : null,
  })
  return { suspicion: standing(said.suspicion), inclusion: standing(said.inclusion) }
}

function criterion(
  { result, rule, applicable, wouldSettle, parts }: CriterionResult,
  because: readonly object[],
): object {
  const questions = [...new Set(wouldSettle.map(({ question }) => question))]
  return { result, rule, applicable, because, wouldSettle: questions, ...(parts !== undefined && { parts }) }
}

/** A trace line with its source in words. */
function sourced({ source, ...fact }: Because, texts: Texts): object {
  return { ...fact, source: source[texts.language], confirmed: source.confirmed }
}

/** Added members and ledger lines under the labels that the answers file gave them. */
function labelled<Named extends { readonly member?: string; readonly line?: string }>(
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

function standardsJson(standards: StandardsInForce | null, texts: Texts): object | null {
  if (standards === null) return null
  const { edition, asOf, region, regionCode, incomeWindow, parameters } = standards
  const { language } = texts
  const values = [...parameters].map(([name, { value, year, unit, source, note }]) => {
    const words = { unit: unit[language], source: source[language], confirmed: source.confirmed }
    return [
      name,
      { value, ...(year !== undefined && { year }), ...words, ...(note && { note: note[language] }) },
    ] as const
  })
  return { edition, asOf, region, regionCode, incomeWindow, parameters: Object.fromEntries(values) }
}
