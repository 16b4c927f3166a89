import fc from 'fast-check'
import { unzlibSync } from 'fflate'
import { openXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { shapeOf, strokesPng } from '../../../src/adapters/excel/strokesPng'
import { writeForms } from '../../../src/adapters/excel/writeForms'
import { FORM_TEMPLATES } from '../../../src/adapters/resources/forms'
import type { FormContent, FormSheet } from '../../../src/application/forms/FormPage'
import { hasValidator, schemaErrorsOf } from '../../office/schemaErrorsOf'
import { readPart, unescapeXml, unpackParts } from '../../office/workbookParts'
import { aHousehold } from '../../builders/aHousehold'
import { aFormsBook, anAssessment } from '../../builders/aFormsBook'

function aSheet(name: string, content: FormContent, pages = 1): FormSheet {
  const row = { height: 24, cells: [{ from: 0, span: 24, content, look: 'value', size: 10 } as const] }
  return { name, orientation: 'portrait', pages: Array.from({ length: pages }, () => ({ rows: [row] })) }
}

describe('a workbook of forms', () => {
  it.skipIf(!hasValidator())('is valid by Office’s schema, with every form and a signature', async () => {
    const assessment = anAssessment({
      answers: {
        signature: [
          [10, 20, 35, 40],
          [50, 50],
        ],
      },
    })
    const made = aFormsBook([...FORM_TEMPLATES, 'blank']).add({ assessment })
    expect(await schemaErrorsOf(await writeForms(made.map((make) => make())))).toEqual([])
  })
  it('breaks its pages where the form’s end, on A4', async () => {
    const bytes = await writeForms([aSheet('甲', '一', 3)])
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect([...xml.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2'])
    expect(xml).toContain('paperSize="9"')
  })
  it('holds what looks like a formula as text', async () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1']) {
      const bytes = await writeForms([aSheet('甲', text)])
      const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
      expect(xml, text).not.toContain('<f>')
      expect(/<c r="A1"[^>]*t="(\w+)"/.exec(xml)?.[1], text).toBe('s')
    }
  })
  it('has dates as dates and amounts as numbers', async () => {
    const bytes = await writeForms([
      aSheet('日', { value: '2020-12-31', type: 'date' }),
      aSheet('元', { value: -2400.5, type: 'yuan' }),
    ])
    const { sheets } = await openXlsx(bytes)
    expect(sheets.map(({ rows }) => rows[0]?.[0])).toEqual([new Date('2020-12-31T00:00:00Z'), -2400.5])
  })
  it('names its sheets as Excel may, each otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constantFrom('Wang', 'wang', 'WANG', "'王'", '[王]', '很长的名字'.repeat(9)),
            fc.string({ unit: 'grapheme', maxLength: 40 }),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (heads) => {
          const assessments = heads.map((headName) => anAssessment({ household: aHousehold({ headName }) }))
          const book = aFormsBook(['blank'])
          const made = assessments
            .flatMap((assessment) => book.add({ assessment }))
            .map((make) => ({ ...make(), pages: [] }))
          const xml = partOf(await writeForms(made), 'xl/workbook.xml')
          const names = [...xml.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => unescapeXml(name))
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(heads.length)
          for (const name of names) {
            expect(name.length).toBeLessThanOrEqual(31)
            expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$|^$/)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

function partOf(workbook: Uint8Array, path: string): string {
  return readPart(unpackParts(workbook), path)
}

describe('a signature as a picture', () => {
  it('is black along its strokes and clear elsewhere', () => {
    const bytes = strokesPng([[10, 50, 90, 50]], 1.05)
    const view = new DataView(bytes.buffer)
    const [width, height] = [view.getUint32(16), view.getUint32(20)]
    const pixels = unzlibSync(idatOf(bytes))
    const at = (x: number, y: number): number | undefined => pixels[y * (width + 1) + 1 + x]
    expect([width, height]).toEqual([210, 200])
    expect([at(20, 100), at(100, 100), at(180, 100)]).toEqual([0, 0, 0])
    expect([at(10, 100), at(100, 90), at(190, 100)]).toEqual([255, 255, 255])
    expect(text(bytes)).toContain('tRNS')
  })
  it('keeps its shape in a cell that is wider or narrower', () => {
    const strokes = [[0, 0, 300, 100]]
    expect(shapeOf(strokes)).toBeCloseTo(3.05)
    for (const shape of [1, 3.05, 8]) {
      const view = new DataView(strokesPng(strokes, shape).buffer)
      expect(view.getUint32(16) / view.getUint32(20)).toBeCloseTo(shape, 1)
    }
  })
})

function idatOf(bytes: Uint8Array): Uint8Array {
  const at = text(bytes).indexOf('IDAT')
  const length = new DataView(bytes.buffer).getUint32(at - 4)
  return bytes.subarray(at + 4, at + 4 + length)
}

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
