import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitsOf } from '../../../src/ui/help/hitsOf'

describe('searching a text', () => {
  it('finds every place, one behind the other, in any case', () => {
    expect(hitsOf('口令：用口令打开，忘了口令', '口令')).toEqual([0, 4, 11])
    expect(hitsOf('Passcode, passcode', 'PASSCODE')).toEqual([0, 10])
    expect(hitsOf('aaaa', 'aa')).toEqual([0, 2])
  })

  it('finds nothing for nothing', () => {
    expect(hitsOf('口令', '')).toEqual([])
    expect(hitsOf('口 令', '  ')).toEqual([])
  })

  it('gives places of the text as it is, even where small letters are longer', () => {
    expect(hitsOf('İİ备份', '备份')).toEqual([2])
  })

  it('gives places where the text really stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, wanted, after) => {
        const text = `${before}${wanted}${after}`
        const what = wanted.trim()
        const hits = hitsOf(text, wanted)
        expect(hits.length > 0).toBe(what !== '')
        for (const at of hits) expect(text.slice(at, at + what.length).toLowerCase()).toBe(what.toLowerCase())
      }),
    )
  })
})
