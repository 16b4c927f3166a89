import type { CountyReport } from '../application/measures/reportCounty'
import { percentText } from '../application/texts/percentText'
import { describeMeasure } from '../application/texts/describeMeasure'
import type { Texts, TermOf } from '../application/texts/Texts'
import { villageFlagText } from '../application/texts/villageFlagText'

/** The county's result, and unless only that is wanted its measures and the villages that stand out, for the eye. */
export function countyLines(
  { measures, verdict, villages, besideSample }: CountyReport,
  isResultOnly: boolean,
  texts: Texts,
): readonly string[] {
  const word = (name: TermOf<'measureWords'>): string => texts.term('measureWords', name)
  const result = (name: TermOf<'measureResults'>): string => texts.term('measureResults', name)
  const head = [
    '',
    `${word('county')}  ${result(verdict.result)}`,
    ...(besideSample === 0 ? [] : [`  ${word('besideSample')} ${besideSample}`]),
  ]
  if (isResultOnly) return head
  const rows = measures.map((measure) => {
    const { value, low, high, threshold, warning, expansion, open } = measure
    const interval = low === null || high === null ? '' : ` [${percentText(low)}, ${percentText(high)}]`
    const doubts = [
      ...(warning === null ? [] : [word('thresholdInInterval')]),
      ...(expansion === null
        ? []
        : [`${word('expansion')} ${percentText(expansion.value)} ${result(expansion.result)}`]),
      ...(expansion?.decidesOtherwise ? [word('expansionDecidesOtherwise')] : []),
      ...(open.length === 0 ? [] : [`${word('open')} ${open.length}`]),
    ]
    return (
      `  ${describeMeasure(measure, texts)}  ${percentText(value)}${interval}  ` +
      `${word('threshold')} ${percentText(threshold)}  ${result(measure.result)}` +
      (doubts.length === 0 ? '' : `  ${doubts.join('  ')}`)
    )
  })
  const striking = villages.flatMap(({ village, standsOutIn }) =>
    standsOutIn.length === 0
      ? []
      : [`  ${village}  ${standsOutIn.map((flag) => villageFlagText(flag, texts)).join('、')}`],
  )
  return [...head, ...rows, ...(striking.length === 0 ? [] : ['', word('standsOut'), ...striking])]
}
