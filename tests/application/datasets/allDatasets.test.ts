import { describe, expect, it } from 'vitest'
import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { rosterVocabulary } from '../../../src/adapters/resources/rosterVocabulary'
import { textsOf } from '../../../src/adapters/resources/texts'
import { allDatasets } from '../../../src/application/datasets/allDatasets'
import { soundNames } from '../../../src/application/datasets/names'

const DATASETS = allDatasets({
  texts: textsOf('zh-CN'),
  isIdInFull: false,
  isSampled: true,
  givesVerdict: true,
  instruments: [KNOWN_FORMS.currentInstrument],
  codes: rosterVocabulary.codes,
})

describe('the tables of a project’s records', () => {
  it.each(DATASETS.map(({ key, variables }) => [key, variables] as const))(
    '%s has its names as they are',
    (_, variables) => {
      const names = variables.map(({ name }) => name)
      expect(soundNames(names)).toEqual(names)
    },
  )
  it('have every question of the form', () => {
    const names = DATASETS.flatMap(({ variables }) => variables.map(({ name }) => name))
    for (const { data } of KNOWN_FORMS.currentInstrument.questions.values()) {
      const own = names.filter((name) => name === data.name || name.startsWith(`${data.name}_`))
      expect(own, data.name).not.toEqual([])
    }
  })
  it('give every code of a list a number of its own', () => {
    for (const { variables } of DATASETS)
      for (const { name, type, codes } of variables) {
        expect(codes !== undefined, name).toBe(type === 'code')
        expect(new Set(codes?.map(({ number }) => number)).size, name).toBe(codes?.length ?? 0)
      }
  })
  it('have no label that Stata or SPSS would cut', () => {
    for (const { variables } of DATASETS)
      for (const { label, codes = [] } of variables)
        for (const text of [label, ...codes.map((code) => code.label)].flatMap((each) => [
          each['zh-CN'],
          each.en,
        ])) {
          expect([...text].length, text).toBeLessThanOrEqual(80)
          expect(new TextEncoder().encode(text).length, text).toBeLessThanOrEqual(120)
        }
  })
})
