import { expect, it } from 'vitest'
import { read, type CellObject } from 'xlsx'
import { describeWithOffice, describeWithValidator } from './describeWhere'
import { practiceWorkbook } from './practiceWorkbook'
import { schemaErrorsOf } from './schemaErrorsOf'
import { recalculate } from './soffice'

describeWithValidator('the review workbook, by the schema', () => {
  it.each(['zh-CN', 'en'] as const)('has no errors in %s', async (language) => {
    expect(await schemaErrorsOf(await practiceWorkbook(language))).toEqual([])
  })
})

describeWithOffice('the review workbook that LibreOffice saved', () => {
  it('says the same in every cell, results of formulas to 9 decimals', async () => {
    const written = await practiceWorkbook('zh-CN')
    const [before, after] = [cellsOf(written), cellsOf(await recalculate(written))]
    expect(before.size).toBeGreaterThan(10_000)
    const different = [...before].filter(([place, value]) => !isSame(value, after.get(place)))
    expect(different.map(([place, value]) => [place, value, after.get(place)])).toEqual([])
  })
})

function isSame(before: CellObject['v'], after: CellObject['v']): boolean {
  if (typeof before === 'number' && typeof after === 'number') return Math.abs(before - after) < 1e-9
  return before === after
}

/** What every filled cell says, by sheet and address; an empty text is none, as LibreOffice has it. */
function cellsOf(workbook: Uint8Array): ReadonlyMap<string, CellObject['v']> {
  const found = new Map<string, CellObject['v']>()
  for (const [name, sheet] of Object.entries(read(workbook).Sheets))
    for (const [address, cell] of Object.entries(sheet as Record<string, CellObject>))
      if (!address.startsWith('!') && cell.v !== undefined && cell.v !== '')
        found.set(`${name}!${address}`, cell.t === 'e' ? cell.w : cell.v)
  return found
}
