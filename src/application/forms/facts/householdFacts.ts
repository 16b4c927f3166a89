import { outcomeIn } from '../../../domain/interview/Interview'
import type { CodeDefinition } from '../../../domain/roster/RosterVocabulary'
import type { TermOf, Texts } from '../../texts/Texts'
import { answerText } from '../../texts/describeBecause'
import { describeConclusion } from '../../texts/describeConclusion'
import { describeHousehold } from '../../texts/describeHousehold'
import { shownId } from '../../workbook/WorkbookInput'
import type { FormHousehold } from '../FormContext'
import type { FormContent } from '../FormPage'
import { factsOf, type FormFact } from './FormFact'
import { householdState } from './householdState'

/** Facts of a household: of the list, and of what was found out about it as a whole. */
export const HOUSEHOLD_FACTS: readonly (readonly [string, FormFact])[] = factsOf('household', 'household', {
  number: (each, { texts }) => describeHousehold(listed(each), texts),
  head: (each) => listed(each).headName,
  head_id: (each) => {
    const head = listed(each).members.find(({ relation }) => relation === 'head')
    return shownId(head?.idNumber ?? null, false)
  },
  province: (each) => listed(each).province,
  county: (each) => listed(each).county,
  township: (each) => listed(each).township,
  village: (each) => listed(each).village,
  hamlet: (each) => listed(each).hamlet,
  phone: (each) => listed(each).phone,
  status: (each, { texts }) => {
    const { status } = listed(each)
    return status === null ? null : texts.term('statuses', status)
  },
  identified_year: (each) => yearOf(listed(each).identifiedYear),
  exit_year: (each) => yearOf(listed(each).exitYear),
  registry_income: (each) => yuanOf(listed(each).registryIncome),
  category: (each, { codes, texts }) => {
    const { category } = listed(each)
    return category === null ? null : codeText(category, codes.household_category, texts)
  },
  causes: (each, { codes, texts }) =>
    listed(each)
      .povertyCauses.map((cause) => codeText(cause, codes.poverty_cause, texts))
      .join('、') || null,
  state: (each, { texts }) => householdState(each, texts),
  outcome: (each, { texts }) => outcomeText(each, texts),
  size: (each) => countOf(presentMembers(each).length),
  labour: (each) => calculated(each, 'workers'),
  ill: (each) => calculated(each, 'ill'),
  conclusion: (each, { texts }) =>
    each.assessment.judgement.criteria === null
      ? null
      : describeConclusion(each.assessment.judgement.conclusion, each.determinations, texts),
  flags: ({ assessment: { judgement } }, { texts }) => namesOf(judgement.flags, texts),
  monitoring: ({ assessment: { judgement } }, { texts }) => namesOf(judgement.monitoring, texts),
  unmet: ({ assessment: { judgement } }, { texts }) => {
    const results = Object.entries(judgement.criteria ?? {}).filter(([, { result }]) => result === 'unmet')
    return results.map(([name]) => texts.term('criteria', name as TermOf<'criteria'>)).join('、') || null
  },
  rebuttal: ({ determinations }) => determinations?.rebuttals.map(({ text }) => text).join('；') || null,
})

function listed({ assessment }: FormHousehold): FormHousehold['assessment']['household'] {
  return assessment.household
}

/** Members who neither left nor died. */
export function presentMembers({ assessment }: FormHousehold) {
  return assessment.interview.members.filter(({ facts }) => facts.isPresent)
}

function calculated({ assessment: { interview } }: FormHousehold, name: string): FormContent {
  const index = interview.instrument.names.find(name)
  const value = index === undefined ? undefined : interview.household.values[index.slot]
  return typeof value === 'number' ? countOf(value) : null
}

function outcomeText({ assessment: { interview } }: FormHousehold, texts: Texts): string | null {
  const outcome = outcomeIn(interview)
  const { question } = interview.instrument.roles.outcome
  return outcome === null ? null : answerText(outcome, question, interview.instrument, texts)
}

function namesOf(raised: readonly { readonly flag: TermOf<'flags'> }[], texts: Texts): string | null {
  return raised.map(({ flag }) => texts.term('flags', flag)).join('、') || null
}

function codeText(code: string, codes: readonly CodeDefinition[], { language }: Texts): string {
  const found = codes.find((each) => each.code === code)
  return (language === 'en' ? found?.en : found?.labels[0]) ?? code
}

function countOf(value: number): FormContent {
  return { value, type: 'integer' }
}

function yearOf(value: number | null): FormContent {
  return value === null ? null : { value, type: 'integer' }
}

function yuanOf(value: number | null): FormContent {
  return value === null ? null : { value, type: 'yuan' }
}
