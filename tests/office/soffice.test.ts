import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { expect, it } from 'vitest'
import { describeWithOffice } from './describeWhere'
import { editSheet } from './editSheet'
import { cellsNamed, namedCells } from './namedCells'
import { smallWorkbook } from './smallWorkbook'
import { convertByOffice, recalculate } from './soffice'

function valueOf(workbook: Uint8Array, name: string): unknown {
  return cellsNamed(workbook, name)[0]?.value
}

describeWithOffice('a workbook that LibreOffice recalculates', () => {
  it('has the same names, formulas and values when nothing was changed', async () => {
    const written = await smallWorkbook()
    const saved = await recalculate(written)
    const { M_high: high, ...others } = Object.fromEntries(namedCells(saved))
    const { M_high: before, ...othersBefore } = Object.fromEntries(namedCells(written))
    // Which cells a whole column has is the program's affair.
    expect({ ...others, H_decision: others['H_decision']?.slice(0, 4) }).toEqual(othersBefore)
    expect(high?.[0]?.formula).toBe(before?.[0]?.formula)
    expect(Number(high?.[0]?.value) / betaQuantile(0.975, 3, 98)).toBeCloseTo(1, 12)
  })

  it('has new results when an input was changed', async () => {
    const saved = await recalculate(editSheet(await smallWorkbook(), "户's", { B2: 10, C2: '是', C3: null }))
    expect(valueOf(saved, 'M_persons')).toBe(15)
    expect(valueOf(saved, 'M_decided')).toBe(10)
    expect(Number(valueOf(saved, 'M_high')) / betaQuantile(0.975, 11, 90)).toBeCloseTo(1, 12)
  })

  it('is computed side by side with others', async () => {
    const written = await smallWorkbook()
    const saved = await Promise.all(
      [1, 2, 3].map((persons) => recalculate(editSheet(written, "户's", { B2: persons }))),
    )
    expect(saved.map((workbook) => valueOf(workbook, 'M_persons'))).toEqual([6, 7, 8])
  })
})

describeWithOffice('LibreOffice', () => {
  it('prints a workbook as a PDF', async () => {
    const pdf = await convertByOffice(await smallWorkbook(), 'pdf')
    expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-')
  })

  it('says that it saved nothing when the file is no workbook', async () => {
    await expect(recalculate(new TextEncoder().encode('户号,人口'))).rejects.toThrow(
      /saved nothing.*could not be loaded/s,
    )
  })

  it('is ended when it takes too long', async () => {
    await expect(convertByOffice(await smallWorkbook(), 'xlsx', 0.05)).rejects.toThrow('more than 0.05 s')
  })
})
