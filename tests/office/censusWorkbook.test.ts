import { expect, it } from 'vitest'
import { read } from 'xlsx'
import { writeReview } from '../../src/adapters/excel/writeReview'
import { tabulate } from '../../src/domain/programmes/census/tables/tabulate'
import { aCensusWorkbook } from '../builders/aCensusWorkbook'
import { describeWithOffice, describeWithValidator } from './describeWhere'
import { editSheet } from './editSheet'
import { cellsNamed, namedCells } from './namedCells'
import { schemaErrorsOf } from './schemaErrorsOf'
import { recalculate } from './soffice'

type Wanted = Parameters<typeof aCensusWorkbook>[0]

async function written(wanted: Wanted = {}) {
  const { workbook, count, frame } = await aCensusWorkbook(wanted)
  const bytes = await writeReview(workbook.sheets(count, frame), workbook.mark(count, frame))
  return { bytes, count }
}

/** Drawn households, two of three of them standing for more than themselves. */
const DRAWN: Wanted = {
  sampling: (index) => ({ weight: [1, 2.5, 7.25][index % 3] ?? 1, stratum: '', cluster: null }),
}

describeWithValidator('the census workbook, by the schema', () => {
  it.each<Wanted>([{ language: 'zh-CN' }, { language: 'en' }, DRAWN])('has no errors: %o', async (wanted) => {
    expect(await schemaErrorsOf((await written(wanted)).bytes)).toEqual([])
  })
})

describeWithOffice('the census workbook that LibreOffice recalculated', () => {
  it.each<Wanted>([{}, DRAWN])('has the counts and shares of the tables: %o', async (wanted) => {
    const { bytes, count } = await written(wanted)
    const saved = await recalculate(bytes)
    const names = namedCells(saved)
    const cells = tabulate(count.book, { isByArea: false, samplings: count.samplings }).flatMap(
      ({ id, population, rows }) =>
        rows.map(({ code, column, count: own }) => {
          return {
            name: ['C', id, code, ...(column === undefined ? [] : [column])].join('_'),
            population,
            own,
          }
        }),
    )
    expect(cells.length).toBeGreaterThan(100)
    for (const { name, population, own } of cells) {
      const [cell] = names.get(name) ?? []
      if (own === null) expect(cell?.value, name).toBeNull()
      else expect(cell?.value, name).toBeCloseTo(own, 6)
      if (population !== 'county') expect(cell?.formula, name).toMatch(/COUNTIF|SUMIFS/)
    }
  })

  it('says the same in every cell', async () => {
    const { bytes } = await written()
    const [before, after] = [valuesOf(bytes), valuesOf(await recalculate(bytes))]
    const different = [...before].filter(([place, value]) => !isSame(value, after.get(place)))
    expect(different).toEqual([])
  })

  it('counts again what a code is changed to', async () => {
    const { bytes } = await written()
    const before = Number(cellsNamed(bytes, 'C_bedding_short')[0]?.value)
    const [code] = cellsNamed(bytes, 'D_bedding').filter(({ value }) => value === 2)
    if (code === undefined) throw new Error('nobody has bedding enough')
    const saved = await recalculate(editSheet(bytes, code.sheet, { [code.address]: 3 }))
    expect(cellsNamed(saved, 'C_bedding_short')[0]?.value).toBe(before + 1)
  })
})

function valuesOf(workbook: Uint8Array): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [name, sheet] of Object.entries(read(workbook).Sheets))
    for (const [address, cell] of Object.entries(sheet as Readonly<Record<string, { readonly v?: unknown }>>))
      if (!address.startsWith('!') && cell.v !== undefined && cell.v !== '')
        found.set(`${name}!${address}`, cell.v)
  return found
}

function isSame(before: unknown, after: unknown): boolean {
  if (typeof before === 'number' && typeof after === 'number') return Math.abs(before - after) < 1e-9
  return before === after
}
