import { describe, expect, it } from 'vitest'
import { isSameName } from '../../../src/domain/shared/isSameName'

describe('two names', () => {
  it.each([
    ['甲', '甲'],
    ['张 三', '张三'],
    ['张三 ', '张三'],
    ['张\u3000三', '张三'],
    ['张\u200b三', '张三'],
    ['张\u202e三', '张三'],
    ['Ａｌｉ', 'ali'],
    ['阿依古丽·吐尔逊', '阿依古丽•吐尔逊'],
    ['阿依古丽.吐尔逊', '阿依古丽吐尔逊'],
  ])('are one person’s: %j and %j', (left, right) => expect(isSameName(left, right)).toBe(true))
  it.each([
    ['张三', '张四'],
    ['甲', '乙'],
    ['李小梅', '李梅'],
  ])('are two people’s: %j and %j', (left, right) => expect(isSameName(left, right)).toBe(false))
})
