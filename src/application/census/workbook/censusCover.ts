import { coverageRate, openIn } from '../../../domain/programmes/census/coverage/Coverage'
import type { AreaForm } from '../../../domain/programmes/census/AreaForm'
import { cellsOf, type Cell, type TableColumn } from '../../tables/TableSpec'
import type { TermOf } from '../../texts/Texts'
import { REVIEW_NAMES } from '../../workbook/review/reviewFormat'
import { fullIdLines, writingLines, type ToldSheet } from '../../workbook/sheets/coverGuide'
import type { ReviewTerms } from '../../workbook/WorkbookInput'
import type { WorkbookSheet } from '../../workbook/WorkbookSheet'
import type { CensusCount } from '../CensusTally'
import { areaAnswer } from './areaFormSheet'
import type { CensusFrame } from './CensusFrame'

/** What the rest of the workbook has. */
export interface CensusContents {
  readonly count: CensusCount
  /** Households that whoever writes the workbook may not see yet. */
  readonly hidden: number
  /** Above so many households there are values alone, and the lists are apart. */
  readonly formulasUpTo: number
  readonly areFormulas: boolean
  /** Hash of what the figures come from. */
  readonly state: string
  readonly sheets: readonly ToldSheet[]
}

interface CoverLine {
  readonly words: string
  readonly said: Cell
  /** What programs know the cell by. */
  readonly name?: string
}

/** What a census workbook is: whose, as of when, how many were enumerated, that it is confidential, and how it is read. */
export function censusCover(
  frame: CensusFrame,
  contents: CensusContents,
  terms: ReviewTerms,
  county: AreaForm,
): WorkbookSheet {
  const { texts } = terms
  const { language } = texts
  const columns: readonly TableColumn<CoverLine>[] = [
    {
      key: 'words',
      label: texts.term('censusWords', 'title'),
      width: 56,
      type: 'text',
      value: ({ words }) => words,
    },
    { key: 'said', label: '', width: 60, type: 'text', value: ({ said }) => said },
  ]
  const lines: readonly CoverLine[] = [
    {
      name: REVIEW_NAMES.reviewer,
      words: texts.term('cover', 'reviewer'),
      said: { value: null, type: 'text', isInput: true },
    },
    ...projectLines(frame, contents, terms),
    ...noteLines(contents, terms),
    ...fullIdLines(frame.fullIdsAsked ?? [], texts),
    ...county.questions.map((question) => ({
      words: `${texts.term('censusWords', 'countyForm')}${question.label[language]}`,
      said: countyCell(areaAnswer(frame.areas.county ?? {}, question, county, texts), terms),
    })),
    ...guideLines(contents.sheets, terms),
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

function projectLines(
  { title, standards }: CensusFrame,
  { count: { coverage }, hidden, state }: CensusContents,
  { texts }: ReviewTerms,
): readonly CoverLine[] {
  const word = (name: TermOf<'censusWords'>): string => texts.term('censusWords', name)
  const { county } = coverage
  const number = (value: number): Cell => ({ value, type: 'integer' })
  return [
    ...(title === undefined ? [] : [{ words: texts.term('cover', 'project'), said: title }]),
    { words: texts.term('cover', 'state'), said: state },
    { words: texts.term('cover', 'asOf'), said: { value: standards.asOf, type: 'date' } },
    { words: texts.term('cover', 'region'), said: texts.term('regions', standards.region) },
    { words: texts.term('cover', 'edition'), said: standards.edition },
    { words: word('listedHouseholds'), said: number(county.listed) },
    { words: word('found'), said: number(county.found) },
    { words: word('duplicates'), said: number(county.states.duplicate) },
    { words: word('enumerated'), said: number(county.states.enumerated) },
    { words: word('open'), said: number(openIn(county)) },
    { words: word('rate'), said: { value: coverageRate(county), type: 'percent' } },
    ...(hidden === 0 ? [] : [{ words: texts.term('cover', 'hidden'), said: number(hidden) }]),
  ]
}

/** What a reader of its numbers must know. */
function noteLines(
  { count, areFormulas, formulasUpTo }: CensusContents,
  { texts, isIdInFull }: ReviewTerms,
): readonly CoverLine[] {
  const notes: readonly TermOf<'censusWords'>[] = [
    'confidential',
    'noVerdict',
    'shares',
    'several',
    ...(count.samplings === null ? [] : ['weighted' as const]),
    areFormulas ? 'formulas' : 'valuesOnly',
  ]
  return [
    ...notes.map((name) => ({
      words: texts.term('censusWords', name).replace('{most}', String(formulasUpTo)),
      said: null,
    })),
    { words: texts.term('cover', isIdInFull ? 'unmasked' : 'masked'), said: null },
  ]
}

function countyCell(value: string | number | null, { texts }: ReviewTerms): Cell {
  if (value === null) return texts.term('writings', 'unanswered')
  return typeof value === 'number' ? { value, type: 'number' } : value
}

/** How it is read, what stands in place of a value, what each sheet is for. */
function guideLines(sheets: readonly ToldSheet[], { texts }: ReviewTerms): readonly CoverLine[] {
  return [
    { words: texts.term('guide', 'howToRead'), said: texts.term('censusWords', 'reading') },
    { words: texts.term('guide', 'wayBack'), said: texts.term('censusWords', 'wayBack') },
    ...writingLines(texts),
    ...sheets
      .filter(({ isHidden }) => isHidden !== true)
      .map(({ key, name }) => ({
        words: `${texts.term('guide', 'sheet')}${name}`,
        said: texts.term('censusPurposes', key as TermOf<'censusPurposes'>),
      })),
  ]
}
