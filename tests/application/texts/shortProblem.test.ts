import { expect, it } from 'vitest'
import { keyedHash } from '../../../src/adapters/crypto/keyedHash'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import { rosterVocabulary } from '../../../src/adapters/resources/rosterVocabulary'
import { importRoster } from '../../../src/application/roster/importRoster'

it('no problem of a list repeats a whole cell, however long it is', () => {
  const long = 'x'.repeat(300_000)
  const rows = ['户编号,户主姓名,户主证件号码,脱贫属性', `52${long},${long},${long},${long}`, `"${long},甲,,`]
  const bytes = new TextEncoder().encode(rows.join('\n'))
  const request = { files: [{ name: 'list.csv', bytes }], salt: 'x' }
  const { problems } = importRoster(request, { readSheets, vocabulary: rosterVocabulary, keyedHash })
  expect(problems.length).toBeGreaterThan(0)
  expect(JSON.stringify(problems).length).toBeLessThan(problems.length * 1_500)
})
