import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../../src/domain/changes/canonicalText'

describe('canonicalText', () => {
  it('has the keys of every object by UTF-16 units, whole numbers and __proto__ among them', () => {
    const value: unknown = JSON.parse(
      '{"b":1,"10":[{"d":null,"c":"王"}],"9":2,"__proto__":{"y":1,"x":2},"a":true}',
    )
    expect(canonicalText(value)).toBe(
      '{"10":[{"c":"王","d":null}],"9":2,"__proto__":{"x":2,"y":1},"a":true,"b":1}',
    )
    expect(canonicalText({ b: { '2': 1, '10': 2 }, a: undefined })).toBe('{"b":{"10":2,"2":1}}')
    expect(canonicalText([{ b: '"', a: -0 }])).toBe('[{"a":0,"b":"\\""}]')
  })

  it('says the same of a value whatever the order of its keys, and another thing of another', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const text = canonicalText(one)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(one)))
        expect(canonicalText(turnedAround(one))).toBe(text)
        expect(canonicalText(other) === text).toBe(
          JSON.stringify(sorted(other)) === JSON.stringify(sorted(one)),
        )
      }),
    )
  })
})

/** The same with the keys of its objects the other way round. */
function turnedAround(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedAround)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).reverse()
  return Object.fromEntries(fields.map(([key, field]) => [key, turnedAround(field)]))
}

/** Objects as lists of their fields. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', value.map(sorted)]
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value).sort()
  return ['object', keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])])]
}
