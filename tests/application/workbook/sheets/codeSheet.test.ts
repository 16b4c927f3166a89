import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../../src/adapters/resources/texts'
import { codeSheet } from '../../../../src/application/workbook/sheets/codeSheet'
import { decisionWordSheet } from '../../../../src/application/workbook/sheets/decisionWords'
import type { WorkbookSheet } from '../../../../src/application/workbook/WorkbookSheet'
import type { Language } from '../../../../src/application/texts/Texts'
import { DETERMINATIONS } from '../../../../src/domain/programmes/assessment/determination/Determination'
import { INSTRUMENT } from '../../../builders/anInterview'

/** What the cells of a name say. */
function named({ columns, rows, names = [] }: WorkbookSheet, wanted: string): readonly unknown[] {
  const found = names.filter(({ name }) => name === wanted)
  expect(found.map(({ name }) => name)).toEqual([wanted])
  const { column = '', from = 0, row = rows.length - 1 } = found[0] ?? {}
  const at = columns.findIndex(({ key }) => key === column)
  return [...rows].slice(from, row + 1).map((cells) => cells[at])
}

describe.each<Language>(['zh-CN', 'en'])('the code lists in %s', (language) => {
  const sheet = codeSheet(INSTRUMENT, textsOf(language))
  it('have the labels and codes of every list of the form by name', () => {
    for (const [list, choices] of Object.entries(INSTRUMENT.data.choices)) {
      expect(named(sheet, `L_${list}`)).toEqual(choices.map(({ label }) => label[language]))
      expect(named(sheet, `L_${list}_codes`)).toEqual(choices.map(({ name }) => name))
    }
  })
  it('have what may be determined, by what is listed of the household', () => {
    expect(named(sheet, 'L_decisions_exited_codes')).toEqual(['wrong_exit', 'exit_confirmed', 'wrong_inclusion', 'inclusion_confirmed']) // prettier-ignore
    expect(named(sheet, 'L_decisions_unregistered_codes')).toEqual(['omission', 'no_omission'])
    expect(named(sheet, 'L_decisions_registered_codes')).toEqual(['wrong_inclusion', 'inclusion_confirmed'])
    const words = named(sheet, 'L_decisions_exited')
    expect(words[0]).toBe(textsOf(language).term('determinations', 'wrong_exit'))
  })
})

describe('the words of decisions', () => {
  const { rows, columns, names, isHidden } = decisionWordSheet(textsOf('en'))
  it('lead from labels of both languages and from codes to the code, each word once', () => {
    const codes = new Map([...rows].map(([word, code]) => [String(word).toLowerCase(), code]))
    expect(codes.size).toBe(rows.length)
    for (const code of DETERMINATIONS) {
      expect(codes.get(code)).toBe(code)
      expect(codes.get(textsOf('zh-CN').term('determinations', code))).toBe(code)
      expect(codes.get(textsOf('en').term('determinations', code).toLowerCase())).toBe(code)
    }
  })
  it('are a hidden table of two columns, words first', () => {
    expect(columns.map(({ key }) => key)).toEqual(['decisionWord', 'code'])
    expect(names).toEqual([{ name: 'Decision_words', column: 'decisionWord', to: 'code' }])
    expect(isHidden).toBe(true)
  })
})
