import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { writeXlsx } from '../../../src/adapters/excel/writeXlsx'

it('writes what a font says in the order of Office’s schema', async () => {
  const font = { name: '宋体', size: 9, bold: true, underline: true, color: { rgb: 'FFFFFF' }, family: 2 }
  const cells = new Map([['0,0', { value: '户', type: 'string' as const, style: { font } }]])
  const bytes = await writeXlsx({ sheets: [{ name: '户', rows: [['户']], cells }] })
  expect(strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array())).toContain(
    '<font><b/><u/><sz val="9"/><color rgb="FFFFFFFF"/><name val="宋体"/><family val="2"/></font></fonts>',
  )
})
