import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { plain } from '../../../src/adapters/excel/toSheet'
import { writeWorkbook } from '../../../src/adapters/excel/writeWorkbook'
import { aLongSheet } from '../../builders/aLongSheet'

describe('a long list of values', () => {
  it('has every value of every row, texts as they are and inert', async () => {
    const sheet = aLongSheet(1_500)
    const { Sheets } = read(await writeWorkbook([sheet]), { cellFormula: true, dense: false })
    const cells = Sheets[sheet.name] ?? {}
    expect(cells['!ref']).toBe('A1:D1501')
    expect(utils.sheet_to_json(cells, { header: 1, raw: true, defval: null }).slice(1)).toEqual(
      [...sheet.rows].map(([text = null, number = null, date, nothing = null]) => [
        text,
        plain(number),
        serial(String(date)),
        nothing,
      ]),
    )
    expect(Object.values(cells).filter((cell: { readonly f?: string }) => cell.f !== undefined)).toEqual([])
  })

  it('shows days as days and texts as texts, as a short one does', async () => {
    for (const count of [10, 1_500]) {
      const { Sheets } = read(await writeWorkbook([aLongSheet(count)]), { cellNF: true })
      const cells = Sheets['清单'] ?? {}
      const formats = ['A8', 'B8', 'C8', 'B5'].map((at) => (cells[at] as { readonly z?: string }).z)
      expect(formats).toEqual(['@', '0', 'yyyy-mm-dd', '@'])
    }
  })
})

function serial(day: string): number {
  return Date.parse(day) / 86_400_000 + 25_569
}
