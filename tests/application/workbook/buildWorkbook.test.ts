import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { read } from 'xlsx'
import { writeWorkbook } from '../../../src/adapters/excel/writeWorkbook'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { STANDARDS } from '../../../src/adapters/resources/standards'
import { textsOf } from '../../../src/adapters/resources/texts'
import { villageOf } from '../../../src/application/roster/adoptRoster'
import type { VillageForm } from '../../../src/domain/villages/VillageForm'
import type { HouseholdAssessment } from '../../../src/application/assess/assessHousehold'
import { assessProject } from '../../../src/application/assess/assessProject'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import type { HouseholdDeterminations } from '../../../src/domain/programmes/assessment/determination/Determination'
import { ReviewWorkbook } from '../../../src/application/workbook/ReviewWorkbook'
import type { WorkbookSheet } from '../../../src/application/workbook/WorkbookSheet'
import { buildWorkbook, type WorkbookInput } from '../../../src/application/workbook/buildWorkbook'
import { shownId } from '../../../src/application/workbook/WorkbookInput'
import { splitSheet } from '../../../src/application/workbook/WorkbookSheet'
import { aMemoryProject, RULES } from '../../builders/aMemoryProject'
import { INSTRUMENT } from '../../builders/anInterview'
import { measuredHouseholds } from '../../builders/measuredHouseholds'

let input: WorkbookInput & {
  readonly assessments: readonly HouseholdAssessment[]
  readonly determinations: ReadonlyMap<string, HouseholdDeterminations>
}
let bytes: Uint8Array

beforeAll(async () => {
  const { households, answers } = practiceCounty(
    { households: 60, seed: 3, hash: (text) => text },
    PRACTICE,
    INSTRUMENT,
  )
  const store = await aMemoryProject(households, answers)
  const assessments: HouseholdAssessment[] = []
  for await (const assessment of assessProject(store, RULES)) assessments.push(assessment)
  const suspect = assessments.find(({ judgement }) => judgement.conclusion === 'suspected_wrong_exit')
  if (suspect === undefined) throw new Error('the practice county has a suspicion')
  const problem = {
    code: 'id_checksum',
    severity: 'warning',
    place: { file: 'a.xlsx', sheet: '名单', cell: 'I5' },
    value: '1',
  } as const
  const determinations = new Map([[suspect.household.id, determined(suspect.household.id)]])
  input = {
    assessments,
    households: assessments.map((assessment) => {
      return { assessment, determinations: determinations.get(assessment.household.id) }
    }),
    project: 'p',
    isSampled: false,
    report: reportCounty(
      measuredHouseholds(assessments, new Map()),
      { totals: null, reading: null },
      RULES.standards,
    ),
    determinations,
    villageForms: new Map([[villageOf(suspect.household), FORM]]),
    countyForm: { schools: { count: 41, source: '县教育局' }, hospitals: null, notes: '' },
    readingChoices: [],
    draws: [],
    rosterProblems: [problem],
    standards: RULES.standards,
    edition: STANDARDS.standards,
    sources: STANDARDS.sources,
    isIdInFull: false,
    texts: textsOf('zh-CN'),
  }
  bytes = await writeWorkbook(buildWorkbook(input))
})

function determined(household: string): HouseholdDeterminations {
  const decision = {
    question: 'suspicion',
    reason: '核查过',
    by: '甲',
    at: '2020-12-31T08:00:00Z',
  } as const
  const first = {
    ...decision,
    id: `${'a'.repeat(32)}:1`,
    determination: 'exit_confirmed',
    confirmedBy: null,
    confirmedHow: null,
    confirmedReason: null,
    uncounted: ['赵六'],
  } as const
  const last = {
    ...decision,
    id: `${'a'.repeat(32)}:2`,
    determination: 'wrong_exit',
    confirmedBy: '乙',
    confirmedHow: 'passcode',
    confirmedReason: null,
    uncounted: [],
  } as const
  return {
    household,
    suspicion: { state: 'final', decision: last },
    inclusion: { state: 'none' },
    rebuttals: [{ text: '房子修好了', pictures: [], by: '丙', at: decision.at }],
    history: [first, last],
  }
}

const FORM: VillageForm = {
  informant: { value: '王支书', evidence: 'respondent' },
  total_persons: { value: 800, evidence: 'document' },
  hard_road: { value: 'part', evidence: 'observed' },
}

/** What a cell shows: a formula shows its result. */
function resultOf(cell: unknown): unknown {
  return typeof cell === 'object' && cell !== null && 'result' in cell ? cell.result : cell
}

async function reread(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  )
  return workbook
}

describe('the review workbook', () => {
  it('has its sheets in order, each with a styled header, frozen and filtered', async () => {
    const workbook = await reread()
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '说明', '复核', '待问题目', '户', '认定', '三率一度', '村', '乡镇合计', '监测名单', '成员', '收入账', '名单问题', '修改痕迹', '备注', '标准',
      '区间推算', '发生率推算', '区间算法', '分层方差', '核算', '代码表', '认定词表', '栏目说明',
    ]) // prettier-ignore
    for (const sheet of workbook.worksheets.slice(1)) {
      expect(sheet.getRow(1).getCell(1).font?.bold).toBe(true)
      if (sheet.name === '乡镇合计') continue
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(sheet.autoFilter).toBeTruthy()
      expect(sheet.getColumn(1).width).toBeGreaterThan(8)
    }
  })
  it('has for every household the judgement, and what was decided about it', async () => {
    const sheet = (await reread()).getWorksheet('户')
    const header = sheet?.getRow(1).values as string[]
    const conclusion = header.indexOf('结论')
    const counted = header.indexOf('计入人均收入（元）')
    input.assessments.forEach(({ household, judgement }, index) => {
      const row = sheet?.getRow(index + 2)
      expect(row?.getCell(1).value).toBe(household.id)
      const found = input.texts.term('conclusions', judgement.conclusion)
      const isDecided = input.determinations.has(household.id)
      expect(row?.getCell(conclusion).value).toBe(isDecided ? `${found}，认定为错退` : found)
      expect(row?.getCell(counted).value).toBe(judgement.income?.counted ?? '未问')
    })
  })
  it('has a monitoring list with the facts that put each household there', async () => {
    const rows = (await reread()).getWorksheet('监测名单')?.getSheetValues().slice(2) as string[][]
    const monitored = input.assessments.filter(({ judgement }) => judgement.monitoring.length > 0)
    expect(monitored.length).toBeGreaterThan(0)
    expect(rows.map((cells) => cells[2]).toSorted()).toEqual(
      monitored.map(({ household }) => household.id).toSorted(),
    )
    for (const cells of rows) expect(cells[6]).toContain('：')
  })
  it('has every decision that was taken, and which of them stands', async () => {
    const rows = (await reread()).getWorksheet('认定')?.getSheetValues().slice(2) as unknown[][]
    expect(rows.map((cells) => [...cells.slice(5, 9), ...cells.slice(10, 13)])).toEqual([
      ['退出属实', '否', '核查过', '甲', undefined, '不算数（赵六）', '房子修好了'],
      ['错退', '是', '核查过', '甲', '乙', '本人的口令', '房子修好了'],
    ])
  })
  it('has each village’s own form beside its figures, in words', async () => {
    const sheet = (await reread()).getWorksheet('村')
    const header = sheet?.getRow(1).values as string[]
    const at = (name: string): number => header.indexOf(name)
    const rows = sheet?.getSheetValues().slice(2) as unknown[][]
    const filled = rows.filter((cells) => cells[at('介绍人姓名、职务')] === '王支书')
    expect(filled.map((cells) => [cells[at('全村户籍人口')], cells[at('通硬化路的自然村')]])).toEqual([
      [800, '一部分'],
    ])
  })
  it('shows shares as percentages, and the villages as the report has them', async () => {
    const workbook = await reread()
    const share = workbook.getWorksheet('三率一度')?.getRow(2).getCell(4)
    expect([share?.result, share?.numFmt]).toEqual([input.report.measures[0]?.value, '0.00%'])
    const villages = workbook.getWorksheet('村')?.getSheetValues().slice(2) as unknown[][]
    expect(villages.map((cells) => cells.slice(1, 6).map(resultOf))).toEqual(
      input.report.villages.map(({ village, listed, interviewed, interviewedPersons }) => [
        ...village.split('/').slice(1), listed, interviewed, interviewedPersons,
      ]), // prettier-ignore
    )
    const townships = workbook.getWorksheet('乡镇合计')?.getSheetValues().slice(2) as unknown[][]
    const sum = (at: number): number =>
      villages.reduce((total, cells) => total + Number(resultOf(cells[at])), 0)
    expect(townships.at(-1)?.slice(1, 6).map(resultOf)).toEqual([
      '全县',
      villages.length,
      sum(3),
      sum(4),
      sum(5),
    ])
  })
  it('keeps numbers as numbers, dates as dates and ID numbers as text', async () => {
    const members = (await reread()).getWorksheet('成员')
    const header = members?.getRow(1).values as string[]
    const row = members?.getRow(2)
    expect(row?.getCell(header.indexOf('出生日期')).value).toBeInstanceOf(Date)
    expect(typeof row?.getCell(header.indexOf('周岁')).value).toBe('number')
    expect(row?.getCell(header.indexOf('证件号码')).value).toMatch(/^\d{6}\*{8}[\dX]{4}$/)
    const birth = (row?.getCell(header.indexOf('出生日期')).value as Date).toISOString().slice(0, 10)
    expect(birth).toBe(input.assessments[0]?.interview.members[0]?.facts.birthDate)
  })
  it('lets the sums be done again from the ledger sheet', async () => {
    const ledger = (await reread()).getWorksheet('收入账')
    const rows: (string | number)[][] = []
    ledger?.eachRow((row, number) => {
      if (number > 1) rows.push((row.values as (string | number)[]).slice(1))
    })
    for (const { household, judgement } of input.assessments) {
      if (judgement.income === null || judgement.income.counted === null) continue
      const own = rows.filter(([id]) => id === household.id)
      const counted = own.filter((row) => row[7] === '是').reduce((sum, row) => sum + Number(row[4]), 0)
      const costs = own
        .filter((row) => row[2] === '生产经营性支出')
        .reduce((sum, row) => sum + Number(row[4]), 0)
      expect((counted - costs) / judgement.income.persons).toBeCloseTo(judgement.income.counted, 6)
    }
  })
  it('lists corrections with old and new value, and who made them', async () => {
    const sheet = (await reread()).getWorksheet('修改痕迹')
    expect(sheet?.rowCount).toBeGreaterThan(1)
    expect((sheet?.getRow(2).values as string[]).slice(2, 7)).toEqual([
      '蛋白质食物', undefined, '很少吃，吃不起', expect.stringMatching(/能吃/), expect.stringMatching(/练习员/),
    ]) // prettier-ignore
  })
  it('is read alike by SheetJS', () => {
    const sheet = read(bytes, { dense: true }).Sheets['户']
    expect(sheet?.['!data']?.length).toBe(input.assessments.length + 1)
  })
  it('leaves its lists to a second workbook where households are many, and says so', () => {
    const workbook = new ReviewWorkbook(input, input.households.length - 1)
    for (const household of input.households) workbook.add(household)
    const whole = buildWorkbook(input)
    const [sheets, lists] = [workbook.sheets(input), workbook.lists()]
    const namesOf = (some: readonly WorkbookSheet[]): readonly string[] => some.map(({ name }) => name)
    expect(namesOf(lists)).toEqual(['户', '认定', '监测名单', '成员', '收入账', '修改痕迹', '备注'])
    expect(new Set([...namesOf(sheets), ...namesOf(lists)])).toEqual(new Set(namesOf(whole)))
    expect(lists.map(({ rows }) => rows.length)).toEqual(
      namesOf(lists).map((name) => whole.find((sheet) => sheet.name === name)?.rows.length),
    )
    expect(JSON.stringify(sheets[0]?.rows)).toContain('在另一个工作簿里')
    expect(JSON.stringify(whole[0]?.rows)).not.toContain('在另一个工作簿里')
  })
  it('exists in English, with no Chinese among its own words', () => {
    const sheets = buildWorkbook({ ...input, texts: textsOf('en') })
    for (const { name, columns } of sheets)
      expect([name, ...columns.map(({ label }) => label)].join()).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('an ID number', () => {
  it.each([
    ['539901198506120012', '539901********0012'],
    ['539901850612001', '539901*****2001'],
    ['12345678', '********'],
  ])('%s is shown as %s', (number, shown) => {
    expect(shownId(number, false)).toBe(shown)
    expect(shownId(number, true)).toBe(number)
  })
})

describe('a sheet', () => {
  it('is cut into numbered ones at the row limit, and no row is lost', () => {
    const rows = Array.from({ length: 10 }, (_, index) => [index])
    const sheet = {
      name: '户',
      isList: true,
      columns: [{ key: 'n', label: 'n', width: 5, type: 'integer' as const }],
      rows,
    }
    const cut = splitSheet(sheet, 5)
    expect(cut.map(({ name }) => name)).toEqual(['户', '户 2', '户 3'])
    expect(cut.map((each) => each.rows.length)).toEqual([4, 4, 2])
    expect(cut.flatMap((each) => [...each.rows])).toEqual(rows)
    expect(splitSheet(sheet, 11)).toEqual([sheet])
  })
})
