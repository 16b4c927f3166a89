import { describe, expect, it } from 'vitest'
import { licenceFaults } from '../../../electron/release/licenceFaults'

const POLICY = { allowed: ['MIT', 'Apache-2.0', 'BSL-1.0'], withoutText: ['bare'] }

function faultOf(identifier: string | null, changes: { name?: string; text?: string } = {}) {
  return licenceFaults([{ name: 'one', version: '1.0.0', text: 'terms', ...changes, identifier }], POLICY)
}

describe('the licences of bundled packages', () => {
  it.each(['MIT', 'Apache-2.0 AND BSL-1.0', 'MIT OR GPL-3.0-only', '(GPL-2.0-only OR Apache-2.0)'])(
    'may be %s',
    (expression) => {
      expect(faultOf(expression)).toEqual([])
    },
  )

  it.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN terms.txt', 'UNLICENSED', ''])(
    'may not be “%s”',
    (expression) => {
      expect(faultOf(expression)).toEqual([`one 1.0.0 is under ${expression}`])
    },
  )

  it('are named, with their text', () => {
    expect(faultOf(null)).toEqual(['one 1.0.0 names no licence'])
    expect(faultOf('MIT', { text: '' })).toEqual(['one 1.0.0 has no text of its licence'])
    expect(faultOf('MIT', { name: 'bare', text: '' })).toEqual([])
  })
})
