import { sourcesByName } from '../../../domain/standards/resolveStandards'
import type { Parameter, SourcedValue, StandardsInForce } from '../../../domain/standards/Standards'
import { COUNTY_FACTS, type CountyForm } from '../../../domain/programmes/assessment/county/CountyForm'
import type { ChoiceData } from '../../../domain/instrument/Instrument'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { READINGS } from '../../../domain/programmes/assessment/measures/Measure'
import type { ReadingChoice } from '../../measures/decideReading'
import { notDrawnIn } from '../../measures/reportCounty'
import { percentText } from '../../texts/percentText'
import type { Texts } from '../../texts/Texts'
import type { ReviewTerms, WorkbookFrame } from '../WorkbookInput'
import type { WorkbookCell, WorkbookSheet } from '../WorkbookSheet'

/** Households in the workbook. */
export interface ReviewCounts {
  readonly households: number
  readonly interviewed: number
}

/** What this workbook is, what it was judged by, and which of that is unconfirmed. */
export function coverSheet(frame: WorkbookFrame, counts: ReviewCounts, terms: ReviewTerms): WorkbookSheet {
  const { report, standards } = frame
  const { texts, isIdInFull } = terms
  const notDrawn = notDrawnIn(report)
  const word = (name: string): string => texts.term('cover', name)
  const unconfirmed = [...standards.parameters.values()].filter(({ source }) => !source.confirmed)
  const labelOf = (name: string): string =>
    frame.edition.parameters.find((each) => each.name === name)?.label[texts.language] ?? name
  const rows: readonly (readonly WorkbookCell[])[] = [
    [word('asOf'), standards.asOf],
    [word('region'), regionText(standards, texts)],
    [word('incomeWindow'), `${standards.incomeWindow.from} – ${standards.incomeWindow.to}`],
    [word('line'), String(standards.parameters.get('poverty_line')?.value ?? '')],
    [word('edition'), standards.edition],
    [word('households'), String(counts.households)],
    [word('interviewed'), String(counts.interviewed)],
    ...(notDrawn === 0 ? [] : [[texts.term('measureWords', 'not_drawn'), String(notDrawn)]]),
    ...(report.besideSample === 0
      ? []
      : [[texts.term('measureWords', 'besideSample'), String(report.besideSample)]]),
    [texts.term('measureWords', 'countyResult'), texts.term('measureResults', report.verdict.result)],
    [texts.term('measureWords', 'totals'), report.totals?.source ?? null],
    ...countyRows(frame.countyForm, texts),
    ...readingRows(frame.readingChoices, texts),
    [word('signs'), null],
    [isIdInFull ? word('unmasked') : word('masked'), null],
    ...unconfirmed.map((each) => [
      `${word('unconfirmed')}：${labelOf(each.name)} ${each.value}`,
      each.source[texts.language],
    ]),
  ]
  return {
    name: texts.term('sheets', 'cover'),
    isList: false,
    columns: [
      { header: word('title'), width: 56, kind: 'text' },
      { header: '', width: 60, kind: 'text' },
    ],
    rows,
  }
}

/** Every choice of the omission rate's reading, with its ground and what both readings came to then. */
function readingRows(choices: readonly ReadingChoice[], texts: Texts): readonly (readonly WorkbookCell[])[] {
  const result = (name: string): string => texts.term('measureResults', name)
  return choices.map(({ reading, reason, by, at, results }) => {
    const cameTo = READINGS.flatMap((each) => {
      if (results === null) return []
      const { omissionRate, omissionResult, countyResult } = results[each]
      const words = texts
        .term('measureWords', 'readingCameTo')
        .replace('{share}', percentText(omissionRate))
        .replace('{omission}', result(omissionResult))
        .replace('{county}', result(countyResult))
      return [`${texts.term('readings', each)}：${words}`]
    })
    return [
      texts.term('measureWords', 'readingChosen'),
      [`${at.slice(0, 10)} ${by}：${texts.term('readings', reading)}`, reason, ...cameTo].join('；'),
    ]
  })
}

/** What was asked of the county itself, each with who says so. */
function countyRows(form: CountyForm, texts: Texts): readonly (readonly WorkbookCell[])[] {
  const word = (name: string): string => texts.term('countyFacts', name)
  const facts = COUNTY_FACTS.flatMap((name) => {
    const fact = form[name]
    return fact === null ? [] : [[word(name), `${fact.count} ${fact.source}`]]
  })
  return form.notes === '' ? facts : [...facts, [word('notes'), form.notes]]
}

function regionText({ region, regionCode }: StandardsInForce, texts: Texts): string {
  const name = texts.term('regions', region)
  return regionCode === region ? name : `${name} ${regionCode}`
}

/** Every dated value of the edition, the ones in force marked, each with its source. */
export function standardsSheet({ standards, edition, sources }: WorkbookFrame, texts: Texts): WorkbookSheet {
  const header = (name: string): string => texts.term('columns', name)
  const { language } = texts
  const sourceOf = sourcesByName(sources)
  const yes = texts.term('marks', 'yes')
  const no = texts.term('marks', 'no')
  return {
    name: texts.term('sheets', 'standards'),
    isList: true,
    columns: [
      { header: header('parameter'), width: 30, kind: 'text' },
      { header: header('value'), width: 12, kind: 'text' },
      { header: header('unit'), width: 34, kind: 'text' },
      { header: header('year'), width: 8, kind: 'integer' },
      { header: header('region'), width: 10, kind: 'text' },
      { header: header('inForce'), width: 12, kind: 'text' },
      { header: header('confirmed'), width: 12, kind: 'text' },
      { header: header('source'), width: 60, kind: 'text' },
      { header: header('note'), width: 30, kind: 'text' },
    ],
    rows: edition.parameters.flatMap((parameter) => {
      const inForce = standards.parameters.get(parameter.name)
      return [...parameter.values, ...(parameter.alternatives ?? [])].map((each) => {
        const source = sourceOf(each.source)
        return [
          parameter.label[language],
          String(each.value),
          parameter.unit[language],
          each.year ?? null,
          each.region ?? null,
          inForce !== undefined && isInForce(each, inForce) ? yes : null,
          source.confirmed ? yes : `${no}［${texts.term('marks', 'unconfirmed')}］`,
          source[language],
          each.note?.[language] ?? null,
        ]
      })
    }),
  }
}

/** Every code of the form with its words, so that the other sheets can be read by machine. */
export function codeSheet(instrument: Instrument | undefined, texts: Texts): WorkbookSheet {
  const header = (name: string): string => texts.term('columns', name)
  const choices = instrument?.data.choices ?? {}
  return {
    name: texts.term('sheets', 'codes'),
    isList: true,
    columns: [
      { header: header('list'), width: 24, kind: 'text' },
      { header: header('code'), width: 24, kind: 'text' },
      { header: header('label'), width: 30, kind: 'text' },
      { header: header('labelEn'), width: 40, kind: 'text' },
    ],
    rows: Object.entries(choices).flatMap(([list, codes]: [string, readonly ChoiceData[]]) =>
      codes.map(({ name, label }) => [list, name, label['zh-CN'], label.en]),
    ),
  }
}

function isInForce({ value, year, region, source }: SourcedValue, inForce: Parameter): boolean {
  return (
    value === inForce.value &&
    year === inForce.year &&
    region === inForce.region &&
    source === inForce.source.name
  )
}
