import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsBytes } from '../../../src/adapters/excel/holdsBytes'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a pattern is found wherever a search of the text finds it', () => {
  // Few letters, so that parts of the pattern repeat.
  const letters = fc.array(fc.constantFrom('h', 'i', 'd', 'e', '='), { maxLength: 40 })
  fc.assert(
    fc.property(letters, letters, (text, pattern) => {
      fc.pre(pattern.length > 0)
      const [whole, part] = [text.join(''), pattern.slice(0, 4).join('')]
      expect(holdsBytes(bytes(whole), bytes(part))).toBe(whole.includes(part))
    }),
  )
})

test('a pattern at the very beginning and at the very end is found', () => {
  expect(holdsBytes(bytes('hidden="1"'), bytes('hidden='))).toBe(true)
  expect(holdsBytes(bytes('<row hidden='), bytes('hidden='))).toBe(true)
  expect(holdsBytes(bytes('<row hidden'), bytes('hidden='))).toBe(false)
})
