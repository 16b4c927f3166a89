import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import { describeBecause, yuanText } from '../application/texts/describeBecause'
import { describeConclusion } from '../application/texts/describeConclusion'
import { notDrawnIn, type CountyReport } from '../application/measures/reportCounty'
import type { Texts } from '../application/texts/Texts'
import { makeNameOf } from '../application/workbook/WorkbookInput'
import { countyLines } from './countyReport'
import { CONCLUSIONS, type Conclusion } from '../domain/programmes/assessment/conclusion/Conclusion'
import type { HouseholdDeterminations } from '../domain/programmes/assessment/determination/Determination'
import { CRITERIA } from '../domain/programmes/assessment/criteria/Criterion'
import { valueInForce, type StandardsInForce } from '../domain/standards/Standards'

type Determinations = ReadonlyMap<string, HouseholdDeterminations>

/** Conclusions that somebody must look into. */
const TO_LOOK_INTO: readonly Conclusion[] = [
  'suspected_wrong_exit',
  'suspected_omission',
  'to_verify',
  'meets_standard',
]

/** What was found, for the eye: how many of each conclusion, the county's measures, then each household to look into, with its reasons. */
export function assessmentReport(
  assessments: readonly HouseholdAssessment[],
  report: CountyReport,
  determinations: Determinations,
  standards: StandardsInForce,
  out: string | null,
  texts: Texts,
): string {
  const { from, to } = standards.incomeWindow
  const head = [
    `${texts.term('cover', 'asOf')} ${standards.asOf}  ${texts.term('cover', 'incomeWindow')} ${from}–${to}  ` +
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
  const written = out === null ? [] : ['', `→ ${out}`]
  const county = countyLines(report, texts)
  return [
    ...head,
    ...counts,
    ...(notDrawn === 0 ? [] : [`  ${texts.term('measureWords', 'not_drawn')}  ${notDrawn}`]),
    ...county,
    ...shown.flatMap((each) => householdLines(each, determinations, texts)),
    ...written,
  ].join('\n')
}

function householdLines(
  assessment: HouseholdAssessment,
  determinations: Determinations,
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
  const title = `${household.id} ${household.headName ?? ''} ${concluded}`
  return ['', `  ${title}${flags === '' ? '' : `  ${texts.term('columns', 'flags')}：${flags}`}`, ...lines]
}
