import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import { describeBecause, yuanText } from '../application/texts/describeBecause'
import { describeConclusion } from '../application/texts/describeConclusion'
import { notDrawnIn, type CountyReport } from '../application/measures/reportCounty'
import { describeHousehold } from '../application/texts/describeHousehold'
import type { Language, Texts } from '../application/texts/Texts'
import { makeNameOf } from '../application/workbook/WorkbookInput'
import { countyLines } from './countyReport'
import { isMadeKey } from '../domain/roster/isMadeKey'
import { CONCLUSIONS, type Conclusion } from '../domain/programmes/assessment/conclusion/Conclusion'
import type { HouseholdDeterminations } from '../domain/programmes/assessment/determination/Determination'
import { CRITERIA } from '../domain/programmes/assessment/criteria/Criterion'
import { valueInForce, type StandardsInForce } from '../domain/standards/Standards'

/** Conclusions that somebody must look into. */
const TO_LOOK_INTO: readonly Conclusion[] = [
  'suspected_wrong_exit',
  'suspected_omission',
  'to_verify',
  'meets_standard',
]

/** The review that is told. */
export interface ToldReview {
  readonly assessments: readonly HouseholdAssessment[]
  readonly report: CountyReport
  readonly determinations: ReadonlyMap<string, HouseholdDeterminations>
  readonly standards: StandardsInForce
}

/** How much of it: the counts and the county's result; with the measures and the first households to look into; everything. */
export type Told = 'summary' | 'first' | 'all'

/** Households to look into that are told unless all are. */
const FIRST_HOUSEHOLDS = 10

/** What was found, for the eye: how many of each conclusion, the county's measures, then households to look into, with their reasons. */
export function assessmentReport(
  { assessments, report, determinations, standards }: ToldReview,
  told: Told,
  texts: Texts,
): string {
  const { from, to } = standards.incomeWindow
  const head = [
    `${texts.term('cover', 'asOf')} ${standards.asOf}  ${texts.term('cover', 'incomeWindow')} ${from} – ${to}  ` +
      `${texts.term('cover', 'line')} ${yuanText(valueInForce(standards, 'poverty_line'))}`,
    `${texts.term('cover', 'households')} ${assessments.length}`,
  ]
  const notDrawn = notDrawnIn(report)
  const counts = CONCLUSIONS.flatMap((conclusion) => {
    const found = assessments.filter(({ judgement }) => judgement.conclusion === conclusion).length
    const count = conclusion === 'not_interviewed' ? found - notDrawn : found
    return count === 0 ? [] : [`  ${texts.term('conclusions', conclusion)}  ${count}`]
  })
  const shown = assessments.filter(({ judgement }) => TO_LOOK_INTO.includes(judgement.conclusion))
  const first = told === 'all' ? shown : told === 'first' ? shown.slice(0, FIRST_HOUSEHOLDS) : []
  const left = shown.length - first.length
  return [
    ...head,
    ...counts,
    ...(notDrawn === 0 ? [] : [`  ${texts.term('measureWords', 'not_drawn')}  ${notDrawn}`]),
    ...countyLines(report, told === 'summary', texts),
    ...first.flatMap((each) => householdLines(each, determinations, texts)),
    ...(left === 0 ? [] : ['', `  ${LEFT[texts.language](left, first.length > 0)}`]),
  ].join('\n')
}

const LEFT: Readonly<Record<Language, (count: number, isRest: boolean) => string>> = {
  'zh-CN': (count, isRest) => `${isRest ? '还有' : '要看的'} ${count} 户，加 --verbose 逐户列出理由`,
  en: (count, isRest) =>
    `${count} ${isRest ? 'more households' : 'households'} to look into; --verbose lists them with their reasons`,
}

function householdLines(
  assessment: HouseholdAssessment,
  determinations: ToldReview['determinations'],
  texts: Texts,
): readonly string[] {
  const { household, judgement, interview } = assessment
  const nameOf = makeNameOf(assessment, texts)
  const lines = CRITERIA.flatMap((criterion) => {
    const result = judgement.criteria?.[criterion]
    if (result === undefined || result.result === 'met') return []
    const facts = result.because.map((because) =>
      describeBecause(because, interview.instrument, nameOf, texts),
    )
    const settles = result.wouldSettle.map(
      ({ question }) => interview.instrument.questions.get(question)?.data.label[texts.language],
    )
    const remedy =
      settles.length === 0
        ? []
        : [`      ${texts.term('marks', 'settles')}：${[...new Set(settles)].join('、')}`]
    return [
      `    ${texts.term('criteria', criterion)} ${texts.term('results', result.result)}  ${[texts.term('rules', result.rule), ...facts].join('；')}`,
      ...remedy,
    ]
  })
  const flags = judgement.flags.map(({ flag }) => texts.term('flags', flag)).join('、')
  const concluded = describeConclusion(judgement.conclusion, determinations.get(household.id), texts)
  const named = isMadeKey(household.id) ? '' : `${household.headName ?? ''} `
  const title = `${describeHousehold(household, texts)} ${named}${concluded}`
  return ['', `  ${title}${flags === '' ? '' : `  ${texts.term('columns', 'flags')}：${flags}`}`, ...lines]
}
