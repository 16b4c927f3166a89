import { CRITERIA, type Criterion } from '../../../domain/programmes/assessment/criteria/Criterion'
import { outcomeIn } from '../../../domain/interview/Interview'
import { outcomeOf, type Sampling } from '../../../domain/programmes/assessment/measures/MeasuredHousehold'
import { describeCleared } from '../../texts/describeCleared'
import { describeConclusion } from '../../texts/describeConclusion'
import { describeStratum } from '../../texts/describeStratum'
import { describeBecause } from '../../texts/describeBecause'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import type { QuestionRef } from '../../../domain/interview/Answers'
import { boundQuestions } from '../../../domain/instrument/Roles'
import { isVoid } from '../../../domain/interview/Interview'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts, TermOf } from '../../texts/Texts'
import { listOf, type HouseholdList } from '../HouseholdList'
import { makeNameOf, type ReviewedHousehold, type ReviewTerms } from '../WorkbookInput'

/** One row a household: conclusion, each criterion's result and reasons, incomes, flags. */
export function householdList(terms: ReviewTerms): HouseholdList {
  const { texts } = terms
  const column = columnsIn<ReviewedHousehold>(texts)
  const flagNames = (raised: readonly { readonly flag: TermOf<'flags'> }[]): string | null =>
    raised.map(({ flag }) => texts.term('flags', flag)).join('、') || null
  return listOf({
    key: 'households',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('head', 12, 'text', ({ assessment }) => assessment.household.headName),
      column('township', 14, 'text', ({ assessment }) => assessment.household.township),
      column('village', 14, 'text', ({ assessment }) => assessment.household.village),
      column('status', 14, 'text', ({ assessment }) =>
        texts.term('statuses', assessment.household.status ?? 'unknown'),
      ),
      column('identifiedYear', 10, 'integer', ({ assessment }) => assessment.household.identifiedYear),
      column('exitYear', 10, 'integer', ({ assessment }) => assessment.household.exitYear),
      column('conclusion', 24, 'text', (reviewed) => conclusionText(reviewed, terms)),
      ...CRITERIA.flatMap((criterion) => criterionColumns(criterion, texts)),
      column('counted', 14, 'yuan', ({ assessment }) => assessment.judgement.income?.counted ?? null),
      column('claimed', 14, 'yuan', ({ assessment }) => assessment.judgement.income?.claimed ?? null),
      column('persons', 10, 'integer', ({ assessment }) => assessment.judgement.income?.persons ?? null),
      column('line', 12, 'yuan', ({ assessment }) => assessment.judgement.income?.line ?? null),
      column('registryIncome', 14, 'yuan', ({ assessment }) => assessment.household.registryIncome),
      column('flags', 30, 'text', ({ assessment }) => flagNames(assessment.judgement.flags)),
      column('monitoring', 20, 'text', ({ assessment }) => flagNames(assessment.judgement.monitoring)),
      column('notComputed', 20, 'text', ({ assessment }) =>
        flagNames(assessment.judgement.notComputed.map((flag) => ({ flag }))),
      ),
      column('wouldSettle', 40, 'text', ({ assessment }) => settles(assessment, terms)),
      column('unanswered', 10, 'integer', ({ assessment }) => assessment.judgement.unanswered.length),
      column('voided', 30, 'text', ({ assessment }) => voided(assessment, terms)),
      column('conflicts', 10, 'integer', ({ assessment }) => assessment.conflicts.length),
      column('everConflicted', 10, 'integer', ({ assessment }) => assessment.everConflicted.length),
      column('clearedSuspicion', 40, 'text', ({ assessment: { cleared } }) =>
        cleared === null ? null : describeCleared(cleared, texts),
      ),
      ...(terms.isSampled
        ? [
            column('stratum', 24, 'text', ({ sampling }) => stratumText(sampling, texts)),
            column('cluster', 20, 'text', ({ sampling }) => sampling?.cluster ?? null),
            column('weight', 10, 'decimal', ({ sampling }) => sampling?.weight ?? null),
          ]
        : []),
    ],
    rowsOf: (reviewed) => [reviewed],
  })
}

/** Empty where households were drawn alike, in no strata. */
function stratumText(sampling: Sampling | undefined, texts: Texts): string | null {
  return sampling === undefined || sampling.stratum === '' ? null : describeStratum(sampling.stratum, texts)
}

function conclusionText(
  { assessment, determinations, sampling }: ReviewedHousehold,
  { texts, isSampled }: ReviewTerms,
): string {
  return isNotDrawn(assessment, isSampled ? sampling : undefined)
    ? texts.term('measureWords', 'not_drawn')
    : describeConclusion(assessment.judgement.conclusion, determinations, texts)
}

/** Nobody has to go there, and nobody did: which is not the same as not having been visited yet. */
function isNotDrawn({ interview }: HouseholdAssessment, sampling: Sampling | undefined): boolean {
  const outcome = outcomeIn(interview)
  return sampling !== undefined && outcomeOf({ outcome, sampling }) === 'not_drawn'
}

/** The result of a criterion, and its reasons beside it; both empty where nothing was judged. */
function criterionColumns(criterion: Criterion, texts: Texts): readonly TableColumn<ReviewedHousehold>[] {
  const label = texts.term('criteria', criterion)
  return [
    {
      key: criterion,
      label,
      width: 10,
      type: 'text',
      value({ assessment }) {
        const found = assessment.judgement.criteria?.[criterion]
        if (found === undefined) return null
        return texts.term('results', found.applicable ? found.result : 'not_applicable')
      },
    },
    {
      key: `${criterion}_reason`,
      label: `${label}·${texts.term('columns', 'reason')}`,
      width: 36,
      type: 'text',
      value({ assessment }) {
        const found = assessment.judgement.criteria?.[criterion]
        if (found === undefined) return null
        const nameOf = makeNameOf(assessment, texts)
        const facts = found.because.map((because) =>
          describeBecause(because, assessment.interview.instrument, nameOf, texts),
        )
        return [texts.term('rules', found.rule), ...facts].join('；')
      },
    },
  ]
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
