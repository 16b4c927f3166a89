import { describe, expect, it } from 'vitest'
import { readList } from '../../fixtures/roster/readList'

const HEADER = ['户编号', '姓名', '与户主关系', '脱贫属性']

const markOf = (label: string | null) => {
  const { households } = readList([HEADER, ['51', '李建国', '户主', label]])
  return [households[0]?.status, households[0]?.mark]
}

describe('a household to be watched', () => {
  it('keeps the mark beside the status that the same word means', () => {
    expect(markOf('边缘易致贫户')).toEqual(['unregistered', 'marginal'])
    expect(markOf('重点户')).toEqual(['unregistered', 'priority'])
    expect(markOf('脱贫不稳定户')).toEqual(['exited', 'unstable'])
  })
  it('has none where the list gives no more than the status', () => {
    expect(markOf('已脱贫')).toEqual(['exited', undefined])
    expect(markOf(null)).toEqual([null, undefined])
  })
  it('keeps the mark of its first row when later rows leave it out', () => {
    const { households } = readList([
      HEADER,
      ['51', '李建国', '户主', '边缘户'],
      ['51', '王芳', '配偶', '非建档立卡户'],
    ])
    expect(households[0]?.mark).toBe('marginal')
  })
})
