import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { resolveReferences } from '../../../src/adapters/excel/resolveReferences'
import { importFiles } from '../../fixtures/roster/importFiles'

const resolved = (xml: string) => strFromU8(resolveReferences(strToU8(xml)))

describe('references to characters', () => {
  it.each([
    ['in hexadecimal', '冯&#x20BB7;梅', '冯𠮷梅'],
    ['in small letters and with zeros', '&#x00020bb7;', '𠮷'],
    ['in decimal', '&#134071;', '𠮷'],
    ['in an attribute', '<a b="&#x20BB7;"/>', '<a b="𠮷"/>'],
    ['as the first and last of their kind', '&#x10000;&#65536;&#x10FFFF;', '𐀀𐀀\u{10ffff}'],
    ['in 16 bits', '&#x5F20;&#24352;', '张张'],
  ])('beyond ASCII become the character, written %s', (_, xml, expected) => {
    expect(resolved(xml)).toBe(expected)
  })

  it.each([
    ['stand for ASCII', '&#10;&#38;&amp;&#x000000041;'],
    ['are halves of a pair, which make the character together', '&#xD842;&#xDFB7;'],
    ['are text in CDATA', '<![CDATA[&#x20BB7;]]>'],
    ['are not closed', '&#x20BB7 &#134071'],
  ])('are left as they are when they %s', (_, xml) => {
    expect(resolved(xml)).toBe(xml)
  })

  it('are shown as they are written when there is no such character', () => {
    expect(resolved('a&#x110000;&#99999999999;')).toBe('a&amp;#x110000;&amp;#99999999999;')
  })

  it.each(['&#', '<![CDATA[', '&#1'])('come to an end when %j is never closed', (open) => {
    const xml = `&#x10000;${open.repeat(300_000)}`
    expect(resolved(xml)).toBe(`𐀀${open.repeat(300_000)}`)
  })

  it.each([true, false])('are read in names of people and sheets, with shared strings: %s', (bookSST) => {
    const rows = [
      ['户编号', '姓名', '脱贫属性'],
      ['51', '冯@梅', '已脱贫'],
    ]
    const book = utils.book_new(utils.aoa_to_sheet(rows), '@村')
    const parts = unzipSync(new Uint8Array(write(book, { type: 'array', bookSST }) as ArrayBuffer))
    for (const name of ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']) {
      const part = parts[name]
      if (part !== undefined) parts[name] = strToU8(strFromU8(part).replaceAll('@', '&#x20BB7;'))
    }
    const { households, sheets } = importFiles(['a.xlsx', zipSync(parts)])
    expect(households[0]?.members[0]?.name).toBe('冯𠮷梅')
    expect(sheets[0]?.sheet).toBe('𠮷村')
  })
})
