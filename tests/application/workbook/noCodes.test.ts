import { beforeAll, describe, expect, it } from 'vitest'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { STANDARDS } from '../../../src/adapters/resources/standards'
import { textsOf } from '../../../src/adapters/resources/texts'
import { assessProject } from '../../../src/application/assess/assessProject'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import { NOT_DRAWN } from '../../../src/application/sampling/sampleMembers'
import { isRich, type Cell, type PlainCell } from '../../../src/application/tables/TableSpec'
import { buildWorkbook } from '../../../src/application/workbook/buildWorkbook'
import type { ReviewedHousehold } from '../../../src/application/workbook/WorkbookInput'
import type { WorkbookSheet } from '../../../src/application/workbook/WorkbookSheet'
import { aMemoryProject, RULES } from '../../builders/aMemoryProject'
import { INSTRUMENT } from '../../builders/anInterview'
import { measuredHouseholds } from '../../builders/measuredHouseholds'
import { codesIn } from '../texts/codesIn'

/** A sheet of codes that formulas count, and that says so. */
const FIGURES = '核算'
/** Columns for programs and auditors: what a code of the form is, and how a sample is drawn again. */
const FOR_PROGRAMS = [
  'code',
  'labelEn',
  'decisionWord',
  'seed',
  'drawMethod',
  'generator',
  'key',
  'columnKey',
  'path',
  'choiceList',
  'fingerprint',
  'villageKey',
  'decisionCode',
  'intervalNote',
]

const MADE_KEY = `h-${'0a1b2c3d'.repeat(4)}`

let sheets: readonly WorkbookSheet[]

beforeAll(async () => {
  const hash = (text: string): string => Buffer.from(text).toString('hex').padEnd(32, '0').slice(0, 32)
  const { households, answers } = practiceCounty({ households: 120, seed: 3, hash }, PRACTICE, INSTRUMENT)
  const store = await aMemoryProject(households, answers)
  const reviewed: ReviewedHousehold[] = []
  for await (const assessment of assessProject(store, RULES))
    reviewed.push({
      assessment,
      sampling:
        reviewed.length % 2 === 0
          ? { weight: 2, stratum: '云岭县/松坪乡  exited marked', cluster: null }
          : NOT_DRAWN,
    })
  const place = { file: 'a.xlsx', sheet: '名单', cell: 'I5' }
  const problems = (['id_checksum', 'stated_size_differs', 'member_before_head'] as const).map((code) => {
    return { code, severity: 'warning' as const, place, value: '1', details: { listed: 3 } }
  })
  const assessments = reviewed.map(({ assessment }) => assessment)
  sheets = buildWorkbook({
    households: reviewed,
    project: 'p',
    isSampled: true,
    report: reportCounty(
      measuredHouseholds(assessments, new Map()),
      { totals: null, reading: null },
      RULES.standards,
    ),
    villageForms: new Map(),
    countyForm: { schools: null, hospitals: null, notes: '' },
    readingChoices: [],
    draws: [],
    rosterProblems: problems,
    standards: RULES.standards,
    edition: STANDARDS.standards,
    sources: STANDARDS.sources,
    isIdInFull: false,
    texts: textsOf('zh-CN'),
  })
})

function plainOf(cell: Cell): PlainCell {
  return isRich(cell) ? cell.value : cell
}

describe('the workbook in Chinese', () => {
  it('has rows on the sheets that are looked through', () => {
    const filled = sheets.filter(({ rows }) => rows.length > 0).map(({ name }) => name)
    expect(filled).toEqual(expect.arrayContaining(['户', '三率一度', '村', '成员', '收入账', '名单问题']))
  })

  it('says nothing in words of programs, but where programs are meant', () => {
    const found = sheets.flatMap(({ name, columns, rows }) =>
      [...rows].flatMap((cells) =>
        cells.map(plainOf).flatMap((cell, at) => {
          const column = columns[at]
          if (name === FIGURES) return []
          if (typeof cell !== 'string' || column === undefined || FOR_PROGRAMS.includes(column.key)) return []
          if (/^[0-9a-f]{64}$/.test(cell)) return []
          return codesIn(cell, ['T/CHES', 'CHES']).map((word) => `${name} ${column.label}: ${word}`)
        }),
      ),
    )
    expect([...new Set(found)]).toEqual([])
  })

  it('finds such words', () => {
    const words = codesIn(`户 ${MADE_KEY} 是 exited，见 wrong_exit 和 名单.xlsx`)
    expect(words).toEqual([MADE_KEY, 'exited', 'wrong_exit'])
  })
})
