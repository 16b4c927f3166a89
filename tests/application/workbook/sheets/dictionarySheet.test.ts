import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../../src/adapters/resources/texts'
import dictionary from '../../../../resources/texts/dictionary.zh-CN.json'
import type { Language } from '../../../../src/application/texts/Texts'
import { dictionarySheet } from '../../../../src/application/workbook/sheets/dictionarySheet'
import { practiceSheets } from '../../../builders/practiceSheets'

describe.each<Language>(['zh-CN', 'en'])('the dictionary of columns in %s', (language) => {
  it('has a sentence, a type and an origin for every column of every sheet, its own included', async () => {
    const sheets = await practiceSheets(language)
    const own = sheets.find(({ key }) => key === 'dictionary')
    const rows = own?.rows ?? []
    expect([...rows].map(([sheet, , , , , key]) => `${String(sheet)} ${String(key)}`)).toEqual(
      sheets.flatMap(({ name, columns }) => columns.map(({ key }) => `${name} ${key}`)),
    )
    for (const [, , meaning, type, origin] of rows)
      expect([meaning, type, origin].map((cell) => typeof cell)).toEqual(['string', 'string', 'string'])
    for (const [, , meaning] of rows) expect(meaning).toMatch(/[.。]$/)
  })
})

describe('a column', () => {
  const texts = textsOf('zh-CN')
  const sheetOf = (key: 'standards' | 'corrections' | 'variances', column: string) => {
    const columns = [{ key: column, label: 'x', type: 'text', width: 8 } as const]
    return { key, name: key, isList: true, columns, rows: [] }
  }
  const meaningIn = (sheet: ReturnType<typeof sheetOf>) => [...dictionarySheet([sheet], texts).rows][0]?.[2]
  it('of one name means what its sheet says of it', () => {
    const { columnMeanings } = dictionary
    expect(meaningIn(sheetOf('standards', 'source'))).toBe(columnMeanings.standards_source)
    expect(meaningIn(sheetOf('corrections', 'source'))).toBe(columnMeanings.source)
    expect(meaningIn(sheetOf('variances', 'mean_exited'))).toBe(columnMeanings.mean)
  })
  it('that nobody gave a meaning is a fault of the program', () => {
    expect(() => meaningIn(sheetOf('standards', 'unheardOf'))).toThrow('unheardOf')
  })
})
