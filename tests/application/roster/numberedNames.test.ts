import { expect, it } from 'vitest'
import { numberedNames } from '../../../src/application/roster/numberedNames'

it('numbers names that are alike, and never takes a name that another file has', () => {
  expect(numberedNames(['名单.xlsx', '别的.xlsx', '名单.xlsx', '名单.xlsx'])).toEqual([
    '名单.xlsx',
    '别的.xlsx',
    '名单.xlsx (2)',
    '名单.xlsx (3)',
  ])
  expect(numberedNames(['a', 'a', 'a (2)'])).toEqual(['a', 'a (3)', 'a (2)'])
})
