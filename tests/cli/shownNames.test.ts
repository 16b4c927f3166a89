import { describe, expect, it } from 'vitest'
import { shownNames } from '../../src/cli/shownNames'

describe('shownNames', () => {
  it('are the bare names where no two are alike', () => {
    expect(shownNames(['/县/上寨/甲.xlsx', '/县/下寨/乙.xlsx'])).toEqual(['甲.xlsx', '乙.xlsx'])
  })
  it('take as many folders as distinguish the files, of those that need it', () => {
    const paths = ['/甲县/上寨/名单.xlsx', '/乙县/上寨/名单.xlsx', '/乙县/下寨/名单.xlsx', '/乙县/别的.xlsx']
    expect(shownNames(paths)).toEqual([
      '甲县/上寨/名单.xlsx',
      '乙县/上寨/名单.xlsx',
      '下寨/名单.xlsx',
      '别的.xlsx',
    ])
  })
  it('number one file that is given twice', () => {
    expect(shownNames(['/县/名单.xlsx', '/县/../县/名单.xlsx'])).toEqual(['名单.xlsx', '名单.xlsx (2)'])
  })
})
