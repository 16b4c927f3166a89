import { expect, it } from 'vitest'
import { excelText } from '../../../src/adapters/excel/excelText'

it('a cell holds no control characters and no marks of direction, and its lines and tabs', () => {
  expect(excelText('甲\u001b[2J\u202e\u0007乙\n丙\t丁')).toBe('甲[2J乙\n丙\t丁')
})

it('a cell is no longer than Excel takes', () => {
  expect(excelText('字'.repeat(40_000))).toHaveLength(32_767)
})
