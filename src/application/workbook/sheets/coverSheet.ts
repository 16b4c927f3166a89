import type { StandardsInForce } from '../../../domain/standards/Standards'
import { TOTAL_NAMES, type CountyTotals } from '../../../domain/programmes/assessment/measures/CountyTotals'
import { COUNTY_FACTS, type CountyForm } from '../../../domain/programmes/assessment/county/CountyForm'
import { READINGS } from '../../../domain/programmes/assessment/measures/Measure'
import type { ReadingChoice } from '../../measures/decideReading'
import { notDrawnIn } from '../../measures/reportCounty'
import { cellsOf, type Cell, type CellType, type PlainCell, type TableColumn } from '../../tables/TableSpec'
import { percentText } from '../../texts/percentText'
import type { Texts, TermOf } from '../../texts/Texts'
import type { ReviewTerms, WorkbookFrame } from '../WorkbookInput'
import type { WorkbookSheet } from '../WorkbookSheet'
import { fullIdLines, guideLines, type ToldSheet } from './coverGuide'
import { REVIEW_NAMES } from '../review/reviewFormat'
import { verdictFormula } from '../review/verdictFormula'

/** Numbers of the county that can be written on the cover. */
const COUNTY_TOTALS = [...TOTAL_NAMES, 'sampledVillagesUnregistered'] as const

/** What the rest of the workbook has. */
export interface CoverContents {
  readonly households: number
  readonly interviewed: number
  /** Households that whoever writes the workbook may not see yet. */
  readonly hidden: number
  /** Open questions that found no place any more. */
  readonly questionsLeftOut: number
  /** The lists are in a second workbook. */
  readonly areListsApart: boolean
  /** See `ReviewMark`. */
  readonly state: string
  readonly sheets: readonly ToldSheet[]
}

interface CoverLine {
  readonly words: string
  readonly said: Cell
  /** What programs know the cell by. */
  readonly name?: string
}

/** What this workbook is, what it was judged by, which of that is unconfirmed, and how it is read. */
export function coverSheet(frame: WorkbookFrame, contents: CoverContents, terms: ReviewTerms): WorkbookSheet {
  const { report, standards } = frame
  const { texts, isIdInFull } = terms
  const notDrawn = notDrawnIn(report)
  const word = (name: TermOf<'cover'>): string => texts.term('cover', name)
  const measureWord = (name: TermOf<'measureWords'>): string => texts.term('measureWords', name)
  const columns: readonly TableColumn<CoverLine>[] = [
    { key: 'words', label: word('title'), width: 56, type: 'text', value: ({ words }) => words },
    { key: 'said', label: '', width: 60, type: 'text', value: ({ said }) => said },
  ]
  const lines: readonly CoverLine[] = [
    ...inputLines(report.totals, texts),
    ...(frame.title === undefined ? [] : [line(word('project'), frame.title)]),
    line(word('state'), contents.state),
    line(word('asOf'), standards.asOf),
    line(word('region'), regionText(standards, texts)),
    line(word('incomeWindow'), `${standards.incomeWindow.from} – ${standards.incomeWindow.to}`),
    line(word('line'), String(standards.parameters.get('poverty_line')?.value ?? '')),
    line(word('edition'), standards.edition),
    line(word('households'), String(contents.households)),
    line(word('interviewed'), String(contents.interviewed)),
    ...(contents.areListsApart ? [line(word('listsApart'))] : []),
    ...countLine(word('hidden'), contents.hidden),
    ...countLine(word('questionsLeftOut'), contents.questionsLeftOut),
    ...countLine(measureWord('not_drawn'), notDrawn),
    ...countLine(measureWord('besideSample'), report.besideSample),
    {
      words: measureWord('countyResult'),
      said: {
        value: texts.term('measureResults', report.verdict.result),
        formula: verdictFormula(report.verdict.reading, texts),
      },
      name: 'Verdict',
    },
    line(measureWord('totals'), report.totals?.source ?? null),
    ...countyLines(frame.countyForm, texts),
    ...readingLines(frame.readingChoices, texts),
    line(word('signs')),
    line(isIdInFull ? word('unmasked') : word('masked')),
    ...fullIdLines(frame.fullIdsAsked ?? [], texts),
    ...unconfirmedLines(frame, texts),
    ...guideLines(contents.sheets, texts),
  ]
  return {
    key: 'cover',
    name: texts.term('sheets', 'cover'),
    isList: false,
    columns,
    rows: lines.map((each) => cellsOf(columns, each)),
    inputs: [],
    names: lines.flatMap(({ name }, row) => (name === undefined ? [] : [{ name, column: 'said', row }])),
  }
}

/** What the reviewer may write here: who decided, and the county's totals, which the incidence is computed from. */
function inputLines(totals: CountyTotals | null, texts: Texts): readonly CoverLine[] {
  const input = (name: string, words: string, value: PlainCell, type: CellType): CoverLine => ({
    name,
    words,
    said: { value, type, isInput: true },
  })
  return [
    input(REVIEW_NAMES.reviewer, texts.term('cover', 'reviewer'), null, 'text'),
    input(REVIEW_NAMES.confirmer, texts.term('cover', 'confirmer'), null, 'text'),
    ...COUNTY_TOTALS.map((name) =>
      input(`T_${name}`, texts.term('countyTotals', name), totals?.[name] ?? null, 'integer'),
    ),
  ]
}

function line(words: string, said: string | null = null): CoverLine {
  return { words, said }
}

/** A line for what there is any of. */
function countLine(words: string, count: number): readonly CoverLine[] {
  return count === 0 ? [] : [line(words, String(count))]
}

/** The values in force that no source confirms. */
function unconfirmedLines({ standards, edition }: WorkbookFrame, texts: Texts): readonly CoverLine[] {
  const unconfirmed = [...standards.parameters.values()].filter(({ source }) => !source.confirmed)
  return unconfirmed.map(({ name, value, source }) => {
    const known = edition.parameters.find((each) => each.name === name)
    const label = known?.label[texts.language] ?? name
    return line(`${texts.term('cover', 'unconfirmed')}：${label} ${value}`, source[texts.language])
  })
}

/** Every choice of the omission rate's reading, with its ground and what both readings came to then. */
function readingLines(choices: readonly ReadingChoice[], texts: Texts): readonly CoverLine[] {
  const result = (name: TermOf<'measureResults'>): string => texts.term('measureResults', name)
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
    const chosen = `${at.slice(0, 10)} ${by}：${texts.term('readings', reading)}`
    return line(texts.term('measureWords', 'readingChosen'), [chosen, reason, ...cameTo].join('；'))
  })
}

/** What was asked of the county itself, each with who says so. */
function countyLines(form: CountyForm, texts: Texts): readonly CoverLine[] {
  const word = (name: TermOf<'countyFacts'>): string => texts.term('countyFacts', name)
  const facts = COUNTY_FACTS.flatMap((name) => {
    const fact = form[name]
    return fact === null ? [] : [line(word(name), `${fact.count} ${fact.source}`)]
  })
  return form.notes === '' ? facts : [...facts, line(word('notes'), form.notes)]
}

function regionText({ region, regionCode }: StandardsInForce, texts: Texts): string {
  const name = texts.term('regions', region)
  return regionCode === region ? name : `${name} ${regionCode}`
}
