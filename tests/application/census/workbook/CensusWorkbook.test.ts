import { describe, expect, it } from 'vitest'
import { isRich, type Cell } from '../../../../src/application/tables/TableSpec'
import type { WorkbookSheet } from '../../../../src/application/workbook/WorkbookSheet'
import { aCensusWorkbook } from '../../../builders/aCensusWorkbook'

type Wanted = Parameters<typeof aCensusWorkbook>[0]

async function sheetsOf(wanted: Wanted) {
  const { workbook, count, frame } = await aCensusWorkbook({ households: 40, ...wanted })
  return { workbook, sheets: workbook.sheets(count, frame) }
}

function columnOf(sheets: readonly WorkbookSheet[], key: string, column: string): readonly Cell[] {
  const sheet = sheets.find((each) => each.key === key)
  const at = sheet?.columns.findIndex((each) => each.key === column) ?? -1
  if (sheet === undefined || at < 0) throw new Error(`no ${column} in ${key}`)
  return [...sheet.rows].map((row) => row[at] ?? null)
}

const holdsId = (cell: Cell): boolean => typeof cell === 'string' && /^\d{17}[\dX]$/.test(cell)
const keysOf = (sheets: readonly WorkbookSheet[]) => sheets.map(({ key }) => key)

describe('the census workbook', () => {
  it('says of every sheet what it is for, and of every column what it means', async () => {
    const { sheets } = await sheetsOf({ language: 'en' })
    const cover = columnOf(sheets, 'cover', 'words')
    for (const { name, isHidden = false } of sheets.slice(1))
      expect(cover.includes(`Sheet: ${name}`), name).toBe(!isHidden)
    const columns = sheets.flatMap((sheet) => sheet.columns)
    expect(columnOf(sheets, 'dictionary', 'meaning')).toHaveLength(columns.length)
  })

  it('above so many households has values alone, with the lists apart', async () => {
    const { workbook, sheets } = await sheetsOf({ formulasUpTo: 39 })
    expect(workbook.areListsApart).toBe(true)
    expect(keysOf(sheets)).not.toContain('householdCodes')
    expect(keysOf(sheets)).not.toContain('households')
    expect(columnOf(sheets, 'censusTables', 'cases').some(isRich)).toBe(false)
    expect(keysOf(workbook.lists())).toEqual(['households', 'members', 'corrections', 'notes'])
    expect(String(columnOf(sheets, 'cover', 'words').join())).toContain('39')
  })

  it('masks ID numbers, and leaves nothing of a household that its writer may not see', async () => {
    const { sheets } = await sheetsOf({ hidden: (index) => index === 0 })
    for (const { name, rows } of sheets) expect([...rows].flat().filter(holdsId), name).toEqual([])
    const [first, second] = columnOf(sheets, 'households', 'answer_bedding')
    expect(first).toBe('暂不可见')
    expect(second).not.toBe('暂不可见')
  })
})
