import { describe, expect, it } from 'vitest'
import { isRich, type Cell } from '../../../../src/application/tables/TableSpec'
import type { Language } from '../../../../src/application/texts/Texts'
import type { WorkbookSheet } from '../../../../src/application/workbook/WorkbookSheet'
import { practiceSheets } from '../../../builders/practiceSheets'

/** What the cover says, by its words. */
function saidIn(sheets: readonly WorkbookSheet[]): ReadonlyMap<string, unknown> {
  const rows = sheets.find(({ key }) => key === 'cover')?.rows ?? []
  return new Map([...rows].map(([words, said]) => [String(words), plain(said)]))
}

function plain(cell: Cell | undefined): unknown {
  return cell !== undefined && isRich(cell) ? cell.value : cell
}

describe('the cover', () => {
  it.each<[Language, string]>([
    ['zh-CN', '表：'],
    ['en', 'Sheet: '],
  ])('in %s says what every sheet is for, and what stands in place of a value', async (language, prefix) => {
    const sheets = await practiceSheets(language)
    const said = saidIn(sheets)
    const told = sheets.filter(({ key, isHidden }) => key !== 'cover' && isHidden !== true)
    for (const { name } of told) expect(said.get(prefix + name)).toMatch(/[.。]$/)
    const writings =
      language === 'en' ? ['Not applicable', 'Not asked', 'In conflict', 'Hidden from you'] : ['不涉及', '未问', '有冲突', '暂不可见'] // prettier-ignore
    for (const writing of writings)
      expect([...said.keys()].filter((words) => words.endsWith(writing)).length).toBe(1)
  })
  it('says what the project is called, which records it comes from, and how many households are hidden', async () => {
    const sheets = await practiceSheets('zh-CN', {
      frame: { title: '云岭县' },
      hidden: (_, index) => index < 2,
    })
    const said = saidIn(sheets)
    expect(said.get('任务')).toBe('云岭县')
    expect(said.get('数据状态（所依据记录的校验值）')).toMatch(/^[0-9a-f]{32,}$/)
    const hidden = [...said].filter(([words]) => words.startsWith('暂不可见的户'))
    expect(hidden.map(([, count]) => count)).toEqual(['2'])
  })
  it('says who asked for ID numbers in full, when by China’s time, and why', async () => {
    const fullIdsAsked = [{ by: '甲', at: '2020-12-31T20:00:00Z', why: '公安核对' }]
    const said = saidIn(await practiceSheets('zh-CN', { frame: { fullIdsAsked } }))
    expect(said.get('要求写全证件号码（谁、何时、为什么）')).toBe('甲 2021-01-01 04:00：公安核对')
  })
})
