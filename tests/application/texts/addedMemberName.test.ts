import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../src/adapters/resources/texts'
import { addedMemberName } from '../../../src/application/texts/addedMemberName'

describe('addedMemberName', () => {
  it('calls somebody by a number and not by the key', () => {
    expect(addedMemberName('new-2', textsOf('zh-CN'))).toBe('新增的人 2')
    expect(addedMemberName('new-1', textsOf('en'))).toBe('Added member 1')
    expect(addedMemberName(undefined, textsOf('en'))).toBe('Added member')
  })
})
