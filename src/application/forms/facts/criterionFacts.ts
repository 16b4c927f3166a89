import { CRITERIA, type Criterion } from '../../../domain/programmes/assessment/criteria/Criterion'
import { evidenceOf, kindsOf } from '../../../domain/shared/Evidence'
import { describeBecause } from '../../texts/describeBecause'
import { describeCriterion, describeTrace } from '../../texts/describeCriterion'
import { describeEvidence } from '../../texts/describeEvidence'
import { describeQuestion } from '../../texts/describeQuestion'
import { bracketed } from '../../texts/bracketed'
import { makeNameOf, shownText } from '../../workbook/WorkbookInput'
import type { FormContext, FormHousehold } from '../FormContext'
import type { FormContent } from '../FormPage'
import { factsOf, type FormFact } from './FormFact'

type ReadCriterion = (household: FormHousehold, criterion: Criterion, context: FormContext) => FormContent

/** What a form says of a criterion. */
const READS: Readonly<Record<string, ReadCriterion>> = {
  name: (_, criterion, { texts }) => texts.term('criteria', criterion),
  target: (_, criterion, { texts }) => texts.term('criterionTargets', criterion),
  result: ({ assessment }, criterion, { texts }) =>
    describeCriterion(criterion, assessment, texts)?.result ?? null,
  reason: ({ assessment }, criterion, { texts }) => {
    const words = describeCriterion(criterion, assessment, texts)
    return words === undefined ? null : shownText([words.rule, ...words.facts].join('；'), false)
  },
  known: ({ assessment }, criterion, { texts }) => {
    const kinds = (assessment.judgement.criteria?.[criterion].because ?? []).flatMap(({ evidence }) =>
      evidence === null ? [] : kindsOf(evidence),
    )
    return kinds.length === 0 ? null : describeEvidence(evidenceOf(kinds), texts)
  },
  settles: ({ assessment }, criterion, { texts }) =>
    describeCriterion(criterion, assessment, texts)?.settles.join('、') || null,
}

/** `criterion.result` in a table of the criteria, and `criterion.food.result` anywhere. */
export const CRITERION_FACTS: readonly (readonly [string, FormFact])[] = [
  ...factsOf(
    'criterion',
    'criterion',
    Object.fromEntries(
      Object.entries(READS).map(([name, read]) => [
        name,
        (criterion: Criterion, context: FormContext) =>
          context.household === undefined ? null : read(context.household, criterion, context),
      ]),
    ),
  ),
  ...CRITERIA.flatMap((criterion) =>
    factsOf(
      'household',
      `criterion.${criterion}`,
      Object.fromEntries(
        Object.entries(READS).map(([name, read]) => [
          name,
          (household: FormHousehold, context: FormContext) => read(household, criterion, context),
        ]),
      ),
    ),
  ),
]

/** What speaks against a household, and what would settle it. */
export const SUSPICION_FACTS: readonly (readonly [string, FormFact])[] = [
  ...factsOf('ground', 'ground', {
    criterion: ({ criterion }, { texts }) => texts.term('criteria', criterion),
    fact: ({ because }, { household, texts }) => {
      if (household === undefined) return null
      const { assessment } = household
      const nameOf = makeNameOf(assessment, texts)
      const plain = { ...because, evidence: null }
      return shownText(describeBecause(plain, assessment.interview.instrument, nameOf, texts), false)
    },
    known: ({ because }, { texts }) =>
      because.evidence === null ? null : describeEvidence(because.evidence, texts),
    source: ({ because: { source } }, { texts }) =>
      source[texts.language] + (source.confirmed ? '' : bracketed(texts.term('marks', 'unconfirmed'), texts)),
  }),
  ...factsOf('settling', 'settling', {
    criterion: ({ criterion }, { texts }) => texts.term('criteria', criterion),
    question: (ref, { household, texts }) => {
      if (household === undefined) return null
      const { interview, labels } = household.assessment
      return shownText(describeQuestion(ref, interview, labels, texts), false)
    },
  }),
  ...factsOf('flag', 'flag', {
    name: ({ flag }, { texts }) => texts.term('flags', flag),
    facts: ({ because }, { household, texts }) =>
      household === undefined
        ? null
        : shownText(describeTrace(because, household.assessment, texts).join('；'), false),
  }),
]
