import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../../src/adapters/excel/writeWorkbook'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { isRich } from '../../../src/application/tables/TableSpec'
import type { WorkbookSheet } from '../../../src/application/workbook/WorkbookSheet'
import type { RosterHousehold } from '../../../src/domain/roster/Roster'
import { INSTRUMENT } from '../../builders/anInterview'
import { practiceSheets } from '../../builders/practiceSheets'

/** How a text begins that a program might take for a formula. */
const STARTS = ['=', '+', '-', '@', '\t', '\r']

let turn = 0

/** The same text with another of these before it each time. */
function spoilt(text: string): string {
  return `${STARTS[turn++ % STARTS.length] ?? ''}cmd|'/C calc'!A0${text}`
}

/** A place is spoilt alike wherever it is named. */
function spoiltPlace(name: string): string {
  const start = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % STARTS.length
  return `${STARTS[start] ?? ''}cmd|'!A0${name}`
}

function spoiltHousehold(household: RosterHousehold): RosterHousehold {
  const { headName, township, village, members } = household
  return {
    ...household,
    headName: spoilt(headName ?? ''),
    township: spoiltPlace(township ?? ''),
    village: spoiltPlace(village ?? ''),
    members: members.map((member) => ({ ...member, name: spoilt(member.name ?? '') })),
  }
}

/** The answer, with a note beside some. */
function spoiltAnswers(answer: AnswerRecord): readonly AnswerRecord[] {
  const isText = INSTRUMENT.questions.get(answer.question)?.data.type === 'text'
  const spoiltAnswer = {
    ...answer,
    ...(isText && typeof answer.value === 'string' && { value: spoilt(answer.value) }),
    ...(answer.reason !== undefined && { reason: spoilt(answer.reason) }),
    ...(answer.by !== null && { by: spoilt(answer.by) }),
  }
  const note = { ...spoiltAnswer, value: null, note: spoilt('备注') }
  return answer.question === 'food_enough' ? [spoiltAnswer, note] : [spoiltAnswer]
}

/** Sheet and address of every cell that the sheets state a formula for. */
function statedFormulas(sheets: readonly WorkbookSheet[]): ReadonlySet<string> {
  return new Set(
    sheets.flatMap(({ name, rows }) =>
      [...rows].flatMap((cells, row) =>
        cells.flatMap((cell, at) =>
          cell !== null && isRich(cell) && cell.formula !== undefined ? [`${name} ${row + 2} ${at + 1}`] : [],
        ),
      ),
    ),
  )
}

let sheets: readonly WorkbookSheet[]
let workbook: ExcelJS.Workbook

beforeAll(async () => {
  const place = { file: spoilt('a.xlsx'), sheet: spoilt('名单'), cell: 'I5' }
  sheets = await practiceSheets('zh-CN', {
    household: spoiltHousehold,
    answer: spoiltAnswers,
    frame: {
      title: spoilt('云岭县'),
      fullIdsAsked: STARTS.map((_, index) => {
        return { by: spoilt('甲'), at: `2020-12-31T0${index}:00:00Z`, why: spoilt('核对') }
      }),
      rosterProblems: [{ code: 'id_checksum', severity: 'warning', place, value: spoilt('1') }],
    },
  })
  const bytes = await writeWorkbook(sheets)
  workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
})

describe('a text that begins like a formula', () => {
  it('stands as a text in names, notes, answers, reasons and problems', () => {
    const found = new Map<string, Set<string>>()
    for (const { name, rows } of sheets)
      for (const cell of [...rows].flat())
        if (typeof cell === 'string' && /^[=+\-@\t\r]cmd/.test(cell))
          found.set(name, (found.get(name) ?? new Set()).add(cell.charAt(0)))
    const full = [...found].filter(([, starts]) => starts.size === STARTS.length).map(([name]) => name)
    expect(full).toEqual(expect.arrayContaining(['复核', '待问题目', '户', '成员']))
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(['说明', '名单问题', '备注', '村', '修改痕迹', '核算']),
    )
  })
  it('makes no cell of the file a formula but those that are stated', () => {
    const stated = statedFormulas(sheets)
    const formulas: string[] = []
    workbook.eachSheet((sheet) => {
      sheet.eachRow((row, number) => {
        row.eachCell((cell, at) => {
          if (cell.type === ExcelJS.ValueType.Formula) formulas.push(`${sheet.name} ${number} ${at}`)
        })
      })
    })
    expect(formulas.length).toBeGreaterThan(100)
    expect(formulas.filter((cell) => !stated.has(cell))).toEqual([])
  })
  it('is stated in no formula', () => {
    const said = sheets.flatMap(({ rows }) =>
      [...rows].flatMap((cells) =>
        cells.flatMap((cell) => (cell !== null && isRich(cell) ? [cell.formula ?? ''] : [])),
      ),
    )
    expect(said.filter((formula) => formula.includes('cmd'))).toEqual([])
  })
})
