import { outcomeIn } from '../../domain/interview/Interview'
import { CRITERIA, type Criterion } from '../../domain/programmes/assessment/criteria/Criterion'
import { FLAGS, MONITORING } from '../../domain/programmes/assessment/flags/Flag'
import { outcomeOf } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { ReviewedHousehold } from '../workbook/WorkbookInput'
import { writingOf } from '../workbook/writings'
import { mark } from './answerVariables'
import { MISSING, type DataCell, type Missing, type VariableOf } from './Dataset'
import { bothOf, codesIn, zeroOne, type DataTerms } from './DataTerms'
import { variablesIn } from './variablesIn'

type Variables = readonly VariableOf<ReviewedHousehold>[]

/** Each criterion's result and its rule, the incomes, the signs, and how much is open. */
export function judgementVariables(terms: DataTerms): Variables {
  return [
    ...CRITERIA.flatMap((criterion) => criterionVariables(criterion, terms)),
    ...incomes(terms),
    ...signs(terms),
    ...counts(terms),
  ]
}

function criterionVariables(criterion: Criterion, terms: DataTerms): Variables {
  const { texts } = terms
  const label = bothOf(texts, 'criteria', criterion)
  const resultOf = (reviewed: ReviewedHousehold, part: 'result' | 'rule'): DataCell => {
    const found = reviewed.assessment.judgement.criteria?.[criterion]
    if (found === undefined) return unjudged(reviewed, terms)
    return found.applicable ? found[part] : MISSING.not_applicable
  }
  const rule = bothOf(texts, 'variables', 'rule')
  return [
    {
      name: `${criterion}_result`,
      label,
      type: 'code',
      codes: codesIn(texts, 'results', ['met', 'unmet', 'undetermined']),
      origin: 'rules',
      value: (reviewed) => resultOf(reviewed, 'result'),
    },
    {
      name: `${criterion}_rule`,
      label: { 'zh-CN': `${label['zh-CN']}：${rule['zh-CN']}`, en: `${label.en}: ${rule.en}` },
      type: 'text',
      origin: 'rules',
      value: (reviewed) => resultOf(reviewed, 'rule'),
    },
  ]
}

function incomes(terms: DataTerms): Variables {
  const variable = variablesIn<ReviewedHousehold>(terms, 'rules')
  const sumOf = (reviewed: ReviewedHousehold, sum: 'counted' | 'claimed'): DataCell => {
    const { judgement, conflicts } = reviewed.assessment
    if (judgement.income === null) return unjudged(reviewed, terms)
    const isContested = conflicts.some(({ line }) => line !== undefined)
    return judgement.income[sum] ?? (isContested ? MISSING.conflict : MISSING.unanswered)
  }
  const partOf = (reviewed: ReviewedHousehold, part: 'persons' | 'line'): DataCell =>
    reviewed.assessment.judgement.income?.[part] ?? unjudged(reviewed, terms)
  return [
    variable('counted_income', 'yuan', (reviewed) => sumOf(reviewed, 'counted')),
    variable('claimed_income', 'yuan', (reviewed) => sumOf(reviewed, 'claimed')),
    variable('income_persons', 'integer', (reviewed) => partOf(reviewed, 'persons')),
    variable('poverty_line', 'yuan', (reviewed) => partOf(reviewed, 'line')),
  ]
}

function signs(terms: DataTerms): Variables {
  const { texts } = terms
  return [...FLAGS, ...MONITORING].map((sign) => ({
    name: `sign_${sign}`,
    label: bothOf(texts, 'flags', sign),
    type: 'code',
    codes: zeroOne(texts),
    origin: 'rules',
    value: (reviewed) => {
      const { interview, judgement } = reviewed.assessment
      if (judgement.criteria === null) return unjudged(reviewed, terms)
      // Of an interview that is not finished there is no saying that there are none.
      const isFinished = outcomeIn(interview) === interview.instrument.roles.outcome.completed
      if (!isFinished || judgement.notComputed.includes(sign)) return MISSING.unanswered
      return mark([...judgement.flags, ...judgement.monitoring].some(({ flag }) => flag === sign))
    },
  }))
}

function counts(terms: DataTerms): Variables {
  const variable = variablesIn<ReviewedHousehold>(terms, 'rules')
  const seen =
    (count: (assessment: ReviewedHousehold['assessment']) => number) =>
    ({ assessment, isHidden }: ReviewedHousehold): DataCell =>
      isHidden === true ? MISSING.hidden : count(assessment)
  return [
    variable(
      'unanswered_count',
      'integer',
      seen(({ judgement }) => judgement.unanswered.length),
    ),
    variable(
      'conflict_count',
      'integer',
      seen(({ conflicts }) => conflicts.length),
    ),
    variable(
      'ever_conflicted_count',
      'integer',
      seen(({ everConflicted }) => everConflicted.length),
    ),
    variable(
      'cleared_suspicion',
      'code',
      ({ assessment: { cleared }, isHidden }) =>
        isHidden === true ? MISSING.hidden : (cleared?.before ?? MISSING.not_applicable),
      codesIn(terms.texts, 'conclusions', ['suspected_wrong_exit', 'suspected_omission']),
    ),
  ]
}

/** Why there is no judgement of a household. */
function unjudged({ assessment, sampling, isHidden }: ReviewedHousehold, { isSampled }: DataTerms): Missing {
  if (isHidden === true) return MISSING.hidden
  const { household, instrument } = assessment.interview
  const outcome = outcomeIn(assessment.interview)
  if (isSampled && sampling !== undefined && outcomeOf({ outcome, sampling }) === 'not_drawn')
    return MISSING.not_applicable
  const writing = writingOf(assessment, household, instrument.roles.outcome.question)
  return writing === 'conflict' ? MISSING.conflict : MISSING.unanswered
}
