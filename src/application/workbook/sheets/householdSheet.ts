import { CRITERIA } from '../../../domain/programmes/assessment/criteria/Criterion'
import type { CriterionResult } from '../../../domain/programmes/assessment/criteria/Criterion'
import { outcomeIn } from '../../../domain/interview/Interview'
import { outcomeOf, type Sampling } from '../../../domain/programmes/assessment/measures/MeasuredHousehold'
import { describeCleared } from '../../texts/describeCleared'
import { describeConclusion } from '../../texts/describeConclusion'
import { describeBecause } from '../../texts/describeBecause'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import type { QuestionRef } from '../../../domain/interview/Answers'
import { boundQuestions } from '../../../domain/instrument/Roles'
import { isVoid } from '../../../domain/interview/Interview'
import { namesIn, type HouseholdList, type ReviewedHousehold, type ReviewTerms } from '../WorkbookInput'
import type { WorkbookCell, WorkbookColumn } from '../WorkbookSheet'

/** One row a household: conclusion, each criterion's result and reasons, incomes, flags. */
export function householdList(terms: ReviewTerms): HouseholdList {
  const { texts } = terms
  const column = (name: string, width: number, kind: WorkbookColumn['kind'] = 'text'): WorkbookColumn => ({
    header: texts.term('columns', name),
    width,
    kind,
  })
  const criterionColumns = CRITERIA.flatMap((criterion): WorkbookColumn[] => {
    const name = texts.term('criteria', criterion)
    return [
      { header: name, width: 10, kind: 'text' },
      { header: `${name}·${texts.term('columns', 'reason')}`, width: 36, kind: 'text' },
    ]
  })
  return {
    sheet: 'households',
    columns: [
      column('household', 22),
      column('head', 12),
      column('township', 14),
      column('village', 14),
      column('status', 14),
      column('identifiedYear', 10, 'integer'),
      column('exitYear', 10, 'integer'),
      column('conclusion', 24),
      ...criterionColumns,
      column('counted', 14, 'yuan'),
      column('claimed', 14, 'yuan'),
      column('persons', 10, 'integer'),
      column('line', 12, 'yuan'),
      column('registryIncome', 14, 'yuan'),
      column('flags', 30),
      column('monitoring', 20),
      column('notComputed', 20),
      column('wouldSettle', 40),
      column('unanswered', 10, 'integer'),
      column('voided', 30),
      column('conflicts', 10, 'integer'),
      column('everConflicted', 10, 'integer'),
      column('clearedSuspicion', 40),
      ...(terms.isSampled
        ? [column('stratum', 24), column('cluster', 20), column('weight', 10, 'decimal')]
        : []),
    ],
    rowsOf: (household) => [householdRow(household, terms)],
  }
}

function householdRow(
  { assessment, determinations, sampling }: ReviewedHousehold,
  terms: ReviewTerms,
): readonly WorkbookCell[] {
  const { household, judgement, conflicts, everConflicted, cleared } = assessment
  const { texts } = terms
  const flagNames = (raised: readonly { readonly flag: string }[]): string | null =>
    raised.map(({ flag }) => texts.term('flags', flag)).join('、') || null
  return [
    household.id,
    household.headName,
    household.township,
    household.village,
    texts.term('statuses', household.status ?? 'unknown'),
    household.identifiedYear,
    household.exitYear,
    isNotDrawn(assessment, terms.isSampled ? sampling : undefined)
      ? texts.term('measureWords', 'not_drawn')
      : describeConclusion(judgement.conclusion, determinations, texts),
    ...CRITERIA.flatMap((criterion) => criterionCells(judgement.criteria?.[criterion], assessment, terms)),
    judgement.income?.counted ?? null,
    judgement.income?.claimed ?? null,
    judgement.income?.persons ?? null,
    judgement.income?.line ?? null,
    household.registryIncome,
    flagNames(judgement.flags),
    flagNames(judgement.monitoring),
    flagNames(judgement.notComputed.map((flag) => ({ flag }))),
    settles(assessment, terms),
    judgement.unanswered.length,
    voided(assessment, terms),
    conflicts.length,
    everConflicted.length,
    cleared === null ? null : describeCleared(cleared, texts),
    ...samplingCells(terms.isSampled ? sampling : undefined),
  ]
}

/** Nobody has to go there, and nobody did: which is not the same as not having been visited yet. */
function isNotDrawn({ interview }: HouseholdAssessment, sampling: Sampling | undefined): boolean {
  const outcome = outcomeIn(interview)
  return sampling !== undefined && outcomeOf({ outcome, sampling }) === 'not_drawn'
}

function samplingCells(sampling: Sampling | undefined): readonly WorkbookCell[] {
  return sampling === undefined ? [] : [sampling.stratum, sampling.cluster, sampling.weight]
}

function criterionCells(
  result: CriterionResult | undefined,
  assessment: HouseholdAssessment,
  { texts }: ReviewTerms,
): readonly WorkbookCell[] {
  if (result === undefined) return [null, null]
  const nameOf = namesIn(assessment, texts)
  const facts = result.because.map((because) =>
    describeBecause(because, assessment.interview.instrument, nameOf, texts),
  )
  const shown = result.applicable ? result.result : 'not_applicable'
  return [texts.term('results', shown), [texts.term('rules', result.rule), ...facts].join('；')]
}

function settles(assessment: HouseholdAssessment, terms: ReviewTerms): string | null {
  const { criteria } = assessment.judgement
  const questions = Object.values(criteria ?? {}).flatMap(({ wouldSettle }) => wouldSettle)
  return labelsOf(questions, assessment, terms)
}

/** What was agreed to, signed or accepted, and is void since the ledger or the conclusion changed. */
function voided(assessment: HouseholdAssessment, terms: ReviewTerms): string | null {
  const questions = boundQuestions(assessment.interview.instrument.roles).filter((each) =>
    isVoid(assessment.interview, each),
  )
  return labelsOf(
    questions.map((question) => ({ question })),
    assessment,
    terms,
  )
}

function labelsOf(
  questions: readonly QuestionRef[],
  { interview }: HouseholdAssessment,
  { texts }: ReviewTerms,
): string | null {
  const labels = questions.map(
    ({ question }) => interview.instrument.questions.get(question)?.data.label[texts.language] ?? question,
  )
  return [...new Set(labels)].join('、') || null
}
