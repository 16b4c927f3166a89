import { makeNameOf } from '../workbook/WorkbookInput'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import type {
  Because,
  Criterion,
  CriterionResult,
} from '../../domain/programmes/assessment/criteria/Criterion'
import { bracketed } from './bracketed'
import { describeBecause } from './describeBecause'
import { sourceText } from './describeStandard'
import type { Texts } from './Texts'

/** A criterion's result in words, with its trace. */
export interface CriterionWords {
  readonly criterion: Criterion
  /** `not_applicable` where nobody of the household falls under it. */
  readonly shown: CriterionResult['result'] | 'not_applicable'
  readonly result: string
  readonly rule: string
  readonly facts: readonly string[]
  readonly settles: readonly string[]
  readonly sources: readonly string[]
}

/** The result of one criterion as people read it; undefined when the household has none. */
export function describeCriterion(
  criterion: Criterion,
  assessment: HouseholdAssessment,
  texts: Texts,
): CriterionWords | undefined {
  const found = assessment.judgement.criteria?.[criterion]
  if (found === undefined) return undefined
  const { questions } = assessment.interview.instrument
  const nameOf = makeNameOf(assessment, texts)
  const settles = found.wouldSettle.map((ref) => {
    const label = questions.get(ref.question)?.data.label[texts.language] ?? ref.question
    const who = nameOf(ref)
    return who === null ? label : `${label}${bracketed(who, texts)}`
  })
  const shown = found.applicable ? found.result : 'not_applicable'
  return {
    criterion,
    shown,
    result: texts.term('results', shown),
    rule: texts.term('rules', found.rule),
    facts: describeTrace(found.because, assessment, texts),
    settles: [...new Set(settles)],
    sources: describeSources(found.because, texts),
  }
}

/** The lines of a trace in words. */
export function describeTrace(
  because: readonly Because[],
  assessment: HouseholdAssessment,
  texts: Texts,
): readonly string[] {
  const nameOf = makeNameOf(assessment, texts)
  return because.map((each) => describeBecause(each, assessment.interview.instrument, nameOf, texts))
}

/** The sources of a trace, each once, the unconfirmed ones marked. */
export function describeSources(because: readonly Because[], texts: Texts): readonly string[] {
  return [...new Set(because.map(({ source }) => sourceText(source, texts)))]
}
