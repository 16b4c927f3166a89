import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import quirks from '../../resources/practice/quirks.json'
import { withFile } from '../adapters/files/FileTrouble'
import { keyedHash } from '../adapters/crypto/keyedHash'
import { practiceCsv, practiceWorkbook, XLS_ROW_LIMIT } from '../adapters/excel/writePracticeRoster'
import { KNOWN_FORMS } from '../adapters/resources/instruments'
import { PRACTICE } from '../adapters/resources/practice'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { textsOf } from '../adapters/resources/texts'
import { TERMINAL_SALT } from '../application/project/terminalSalt'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import { recordsOf } from '../application/practice/practiceCounty'
import { practiceTable } from '../application/practice/practiceTable'
import { generateCounty } from '../domain/practice/generateCounty'
import type { PracticeHousehold } from '../domain/practice/PracticeHousehold'
import type { Problem } from '../domain/shared/Problem'
import { tellingFileTrouble } from './fileProblem'
import { outputProblems } from './outputProblems'
import { problemLines } from './problemLines'
import type { ProjectKind } from '../application/project/ProjectSettings'
import type { Instrument } from '../domain/instrument/loadInstrument'
import { CENSUS_INSTRUMENT, censusAreas, practiceCensus } from './practiceCensus'
import { practiceTeamFiles, teamFiles } from './practiceTeamFiles'
import { print, warn } from './print'
import { writeWhole, type WrittenFile } from './writeWhole'

const USAGE = `usage: yihu practice --households N --seed S --out DIR [--kind assessment|census] [--team N] [--lang zh-CN|en]

Writes a generated county: roster.xlsx, roster.xls, roster.csv (GBK; the same list three times) and answers.jsonl.
The same N and S give the same bytes. A file that is there already is never overwritten. --team: also a lead's key and the result package of each of N assessors (2 to 60), with one
hand-over, one conflict and one correction; the same for the same seed but for the seal. --kind census: answers to the form of the census, and villages.jsonl and county.json; without --team. Shares of verdicts and quirks: docs/practice.md.`

/** `yihu practice`. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage. */
export async function practiceCommand(args: readonly string[]): Promise<number> {
  const usage = parseUsage(args)
  if (usage === null) {
    warn(USAGE)
    return 2
  }
  return tellingFileTrouble(
    () => writePractice(usage),
    (problems) => refuse(problems, usage.language),
  )
}

async function writePractice({
  households,
  seed,
  out,
  kind,
  team,
  language,
}: PracticeUsage): Promise<number> {
  const names = [
    'roster.xlsx',
    'roster.xls',
    'roster.csv',
    'answers.jsonl',
    ...teamFiles(team ?? 0),
    ...AREA_FILES[kind],
  ]
  const taken = await outputProblems({ makes: names.map((name) => join(out, name)) })
  if (taken.length > 0) return refuse(taken, language)
  const plan = { households, seed, hash: keyedHash(TERMINAL_SALT) }
  const shares = Object.fromEntries(quirks.quirks.map(({ name, share }) => [name, share]))
  const county = () => (kind === 'census' ? practiceCensus(plan) : generateCounty(plan, PRACTICE))
  const table = practiceTable(county(), seed, shares, labelOf)
  const isXls = table.rows.length <= XLS_ROW_LIMIT
  let answers = 0
  const instrument = kind === 'census' ? CENSUS_INSTRUMENT : KNOWN_FORMS.currentInstrument
  const countyLines = () => answerLines(county(), instrument, (count) => (answers += count))
  const areas = kind === 'census' ? censusAreas(plan) : null
  const files: readonly (readonly [name: string, contentOf: WrittenFile['contentOf']])[] = [
    ['roster.xlsx', () => practiceWorkbook(table, 'xlsx')],
    ...(isXls ? [['roster.xls', () => practiceWorkbook(table, 'biff8')] as const] : []),
    ['roster.csv', () => practiceCsv(table)],
    ['answers.jsonl', countyLines],
    ...(areas === null
      ? []
      : [['villages.jsonl', () => areas.villages] as const, ['county.json', () => areas.county] as const]),
    ...(team === null ? [] : await practiceTeamFiles({ ...plan, team }, TERMINAL_SALT)),
  ]
  await withFile('write', out, () => mkdir(out, { recursive: true }))
  const written = await writeWhole(files.map(([name, contentOf]) => ({ path: join(out, name), contentOf })))
  if (!written.ok) return refuse(written.problems, language)
  const words = WORDS[language]
  if (!isXls) warn(words.withoutXls(table.rows.length))
  print(words.written(out, households, table.rows.length, answers))
  return 0
}

interface PracticeWords {
  readonly withoutXls: (rows: number) => string
  readonly written: (out: string, households: number, rows: number, answers: number) => string
}

const WORDS: Readonly<Record<Language, PracticeWords>> = {
  'zh-CN': {
    withoutXls: (rows) => `没有写 roster.xls：名单有 ${rows} 行，.xls 最多 ${XLS_ROW_LIMIT} 行`,
    written: (out, households, rows, answers) =>
      `练习县写在 ${out}：${households} 户，名单 ${rows} 行，答案 ${answers} 条`,
  },
  en: {
    withoutXls: (rows) => `roster.xls is left out: ${rows} rows, and .xls ends at ${XLS_ROW_LIMIT}`,
    written: (out, households, rows, answers) =>
      `${out}: ${households} households, ${rows} rows, ${answers} answers`,
  },
}

function refuse(problems: readonly Problem[], language: Language): number {
  warn(problemLines(problems, textsOf(language)))
  return 1
}

/** A household's lines at a time. */
function* answerLines(
  county: Iterable<PracticeHousehold>,
  instrument: Instrument,
  count: (answers: number) => void,
): Generator<string> {
  for (const each of county) {
    const records = recordsOf(each, instrument)
    count(records.length)
    yield records
      .map(
        ({ household, member, line, question, value, evidence, by }) =>
          `${JSON.stringify({ household, member, line, question, value, evidence, by })}\n`,
      )
      .join('')
  }
}

/** The register's own word for a code: the first of its labels. */
function labelOf(list: string, code: string): string {
  const codes = rosterVocabulary.codes[list as keyof typeof rosterVocabulary.codes]
  const label = codes.find((each) => each.code === code)?.labels[0]
  if (label === undefined) throw new Error(`no label for ${list} ${code}`)
  return label
}

const KINDS = ['assessment', 'census'] as const
/** Files that a kind has besides those of every county. */
const AREA_FILES: Readonly<Record<ProjectKind, readonly string[]>> = {
  assessment: [],
  census: ['villages.jsonl', 'county.json'],
}

interface PracticeUsage {
  readonly households: number
  readonly seed: number
  readonly out: string
  readonly kind: ProjectKind
  readonly team: number | null
  readonly language: Language
}

function parseUsage(args: readonly string[]): PracticeUsage | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        households: { type: 'string' },
        seed: { type: 'string' },
        out: { type: 'string' },
        kind: { type: 'string' },
        team: { type: 'string' },
        lang: { type: 'string' },
      },
    })
    const households = Number(values.households)
    const seed = Number(values.seed)
    const team = values.team === undefined ? null : Number(values.team)
    if (team !== null && !isTeam(team, households)) return null
    const kind = KINDS.find((each) => each === (values.kind ?? 'assessment'))
    if (kind === undefined || (kind === 'census' && team !== null)) return null
    const isSound =
      Number.isSafeInteger(households) &&
      households > 0 &&
      Number.isSafeInteger(seed) &&
      values.out !== undefined
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (!isSound || values.out === undefined || language === undefined) return null
    return { households, seed, out: values.out, kind, team, language }
  } catch {
    return null
  }
}

/** Each assessor has some households to interview. */
function isTeam(team: number, households: number): boolean {
  return Number.isSafeInteger(team) && team >= 2 && team <= 60 && households >= team * FEWEST_EACH
}

const FEWEST_EACH = 8
