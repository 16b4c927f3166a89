import { CRITERIA, type Criterion } from '../../../domain/programmes/assessment/criteria/Criterion'
import { outcomeIn } from '../../../domain/interview/Interview'
import { outcomeOf } from '../../../domain/programmes/assessment/measures/MeasuredHousehold'
import { type Sampling } from '../../../domain/sampling/Sampling'
import { describeCleared } from '../../texts/describeCleared'
import { describeConclusion } from '../../texts/describeConclusion'
import { describeStratum } from '../../texts/describeStratum'
import { describeBecause } from '../../texts/describeBecause'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import type { QuestionRef } from '../../../domain/interview/Answers'
import { boundQuestions } from '../../../domain/instrument/Roles'
import { isVoid } from '../../../domain/interview/Interview'
import { listedColumns } from './listedColumns'
import type { RegisterStatus } from '../../../domain/roster/Roster'
import { columnsIn, type Cell, type CellType, type TableColumn } from '../../tables/TableSpec'
import type { Texts, TermOf } from '../../texts/Texts'
import { listOf, type HouseholdList } from '../HouseholdList'
import { writingOf, written, type Writing } from '../writings'
import { makeNameOf, type ReviewedHousehold, type ReviewTerms } from '../WorkbookInput'

/** One row a household: conclusion, each criterion's result and reasons, incomes, flags; else why there is none (`Writing`). */
export function householdList(terms: ReviewTerms): HouseholdList {
  const { texts } = terms
  const column = columnsIn<ReviewedHousehold>(texts)
  const flagNames = (raised: readonly { readonly flag: TermOf<'flags'> }[]): string | null =>
    raised.map(({ flag }) => texts.term('flags', flag)).join('、') || null
  const unless =
    (silence: (reviewed: ReviewedHousehold) => Writing | null) =>
    (...[key, width, type, value]: Parameters<typeof column>) =>
      column(key, width, type, (reviewed) => {
        const why = silence(reviewed)
        return why === null ? value(reviewed) : written(why, type, texts)
      })
  const seen = unless(({ isHidden }) => (isHidden === true ? 'hidden' : null))
  const judged = unless((reviewed) => unjudged(reviewed, terms))
  const computed = unless((reviewed) => unjudged(reviewed, terms) ?? uncomputed(reviewed))
  const registered = (key: 'identifiedYear' | 'exitYear' | 'registryIncome', width: number, type: CellType) =>
    column(key, width, type, ({ assessment: { household } }) => {
      const value = household[key]
      return value === null && isBeside(household.status, key)
        ? written('not_applicable', type, texts)
        : value
    })
  return listOf({
    key: 'households',
    columns: [
      ...listedColumns<ReviewedHousehold>(texts),
      registered('identifiedYear', 10, 'integer'),
      registered('exitYear', 10, 'integer'),
      seen('paper', 24, 'text', ({ assessment: { paper } }) =>
        paper === null
          ? null
          : texts
              .term('marks', 'paper')
              .replace('{day}', paper.takenOn)
              .replace('{asked}', paper.askedBy)
              .replace('{entered}', paper.enteredBy),
      ),
      seen('conclusion', 24, 'text', (reviewed) => conclusionText(reviewed, terms)),
      ...CRITERIA.flatMap((criterion) => criterionColumns(criterion, terms)),
      judged('counted', 14, 'yuan', (reviewed) => incomeCell(reviewed, 'counted', texts)),
      judged('claimed', 14, 'yuan', (reviewed) => incomeCell(reviewed, 'claimed', texts)),
      judged('persons', 10, 'integer', ({ assessment }) => assessment.judgement.income?.persons ?? null),
      judged('line', 12, 'yuan', ({ assessment }) => assessment.judgement.income?.line ?? null),
      registered('registryIncome', 14, 'yuan'),
      computed('flags', 30, 'text', ({ assessment }) => flagNames(assessment.judgement.flags)),
      computed('monitoring', 20, 'text', ({ assessment }) => flagNames(assessment.judgement.monitoring)),
      computed('notComputed', 20, 'text', ({ assessment }) =>
        flagNames(assessment.judgement.notComputed.map((flag) => ({ flag }))),
      ),
      seen('wouldSettle', 40, 'text', ({ assessment }) => settles(assessment, terms)),
      seen('unanswered', 10, 'integer', ({ assessment }) => assessment.judgement.unanswered.length),
      seen('voided', 30, 'text', ({ assessment }) => voided(assessment, terms)),
      seen('conflicts', 10, 'integer', ({ assessment }) => assessment.conflicts.length),
      seen('everConflicted', 10, 'integer', ({ assessment }) => assessment.everConflicted.length),
      seen('clearedSuspicion', 40, 'text', ({ assessment: { cleared } }) =>
        cleared === null ? null : describeCleared(cleared, texts),
      ),
      ...(terms.isSampled
        ? [
            column('stratum', 24, 'text', ({ sampling }) => stratumText(sampling, texts)),
            column('cluster', 20, 'text', ({ sampling }) => sampling?.cluster ?? notApplicable(texts)),
            column('weight', 10, 'decimal', ({ sampling }) => sampling?.weight ?? null),
          ]
        : []),
    ],
    rowsOf: (reviewed) => [reviewed],
  })
}

/** Why there is no judgement of a household; null where there is one. */
function unjudged(
  { assessment, sampling, isHidden }: ReviewedHousehold,
  { isSampled }: ReviewTerms,
): Writing | null {
  if (isHidden === true) return 'hidden'
  if (assessment.judgement.criteria !== null) return null
  if (isNotDrawn(assessment, isSampled ? sampling : undefined)) return 'not_applicable'
  const { household, instrument } = assessment.interview
  const writing = writingOf(assessment, household, instrument.roles.outcome.question)
  return writing === 'conflict' ? writing : 'unanswered'
}

/** Signs need an interview that is finished: of another there is no saying that there are none. */
function uncomputed({ assessment: { interview } }: ReviewedHousehold): Writing | null {
  return outcomeIn(interview) === interview.instrument.roles.outcome.completed ? null : 'unanswered'
}

/** Whether the register has no such fact of a household of this status. */
function isBeside(
  status: RegisterStatus | null,
  fact: 'identifiedYear' | 'exitYear' | 'registryIncome',
): boolean {
  return status === 'unregistered' || (status === 'poor' && fact === 'exitYear')
}

/** Yuan a person; without a sum, whether that is because people differ about a line. */
function incomeCell({ assessment }: ReviewedHousehold, sum: 'counted' | 'claimed', texts: Texts): Cell {
  const yuan = assessment.judgement.income?.[sum] ?? null
  if (yuan !== null) return yuan
  const isContested = assessment.conflicts.some(({ line }) => line !== undefined)
  return written(isContested ? 'conflict' : 'unanswered', 'yuan', texts)
}

function notApplicable(texts: Texts): string {
  return texts.term('writings', 'not_applicable')
}

/** Households drawn alike are in no stratum. */
function stratumText(sampling: Sampling | undefined, texts: Texts): string {
  return sampling === undefined || sampling.stratum === ''
    ? notApplicable(texts)
    : describeStratum(sampling.stratum, texts)
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

/** The result of a criterion, and its reasons beside it, which are empty where nothing was judged. */
function criterionColumns(
  criterion: Criterion,
  terms: ReviewTerms,
): readonly TableColumn<ReviewedHousehold>[] {
  const { texts } = terms
  const label = texts.term('criteria', criterion)
  return [
    {
      key: criterion,
      label,
      width: 10,
      type: 'text',
      value(reviewed) {
        const found = reviewed.assessment.judgement.criteria?.[criterion]
        if (found === undefined) return texts.term('writings', unjudged(reviewed, terms) ?? 'unanswered')
        return found.applicable ? texts.term('results', found.result) : notApplicable(texts)
      },
    },
    {
      key: `${criterion}_reason`,
      label: `${label}·${texts.term('columns', 'reason')}`,
      width: 36,
      type: 'text',
      value({ assessment, isHidden }) {
        if (isHidden === true) return texts.term('writings', 'hidden')
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
