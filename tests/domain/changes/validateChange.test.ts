import { describe, expect, it } from 'vitest'
import {
  LONGEST_VALUE,
  MAX_LAMPORT,
  MOST_REPLACED,
  validateChange,
} from '../../../src/domain/changes/validateChange'
import type { Change } from '../../../src/domain/changes/Change'
import { DEEPEST_JSON } from '../../../src/domain/shared/jsonLength'
import type { Json } from '../../../src/domain/shared/Json'
import { aChange, anId } from './aChange'

describe('validateChange', () => {
  it('takes a sound change as it is', () => {
    const change = aChange({ evidence: 'document', reason: 'typing error', value: [{ a: null }] })
    expect(validateChange(change)).toEqual({ ok: true, value: change })
  })

  it.each([
    ['id', { id: 'x:1' }],
    ['id', { id: `${'a'.repeat(32)}:0` }],
    ['lamport', { lamport: 0 }],
    ['lamport', { lamport: 1.5 }],
    ['lamport', { lamport: MAX_LAMPORT + 1 }],
    ['entity', { entity: 'county' }],
    ['entityId', { entityId: '' }],
    ['entityId', { entityId: 'first/1' }],
    ['path', { path: '' }],
    ['path', { path: 'members//name' }],
    ['path', { path: `lines/${anId('b', 9)}` }],
    ['value', { value: undefined }],
    ['value', { value: Number.NaN }],
    ['value', { value: { deep: [() => 1] } }],
    ['replaces', { replaces: 'a:1' }],
    ['replaces', { replaces: [anId('a', 1)] }],
    ['replaces', { replaces: [anId('b', 1), anId('b', 1)] }],
    ['evidence', { evidence: 'hearsay' }],
    ['evidence', { evidence: [] }],
    ['evidence', { evidence: ['respondent', 'registry'] }],
    ['evidence', { evidence: ['other', 'other'] }],
    ['person', { person: '' }],
    ['at', { at: 'yesterday' }],
    ['reason', { reason: 5 }],
    ['device', { device: 'x' }],
  ])('refuses a change when its %s is wrong: %j', (field, wrong) => {
    const checked = validateChange({ ...aChange(), ...wrong })
    expect(checked).toMatchObject({ ok: false, problems: [{ code: 'change_invalid', details: { field } }] })
  })

  it('accepts what is as deep, as long, and replaces as much as the bounds allow, and no more', () => {
    const deep = (levels: number): Json => (levels === 0 ? 1 : [deep(levels - 1)])
    const ids = (count: number) => Array.from({ length: count }, (_, index) => anId('b', index + 1))
    const isTaken = (change: Partial<Change>): boolean => validateChange(aChange(change)).ok
    expect([isTaken({ value: deep(DEEPEST_JSON) }), isTaken({ value: deep(DEEPEST_JSON + 1) })]).toEqual([
      true,
      false,
    ])
    const longest = 'x'.repeat(LONGEST_VALUE - 1)
    expect([isTaken({ value: longest }), isTaken({ value: `${longest}x` })]).toEqual([true, false])
    expect(isTaken({ value: [longest, ''] })).toBe(false)
    expect([
      isTaken({ replaces: ids(MOST_REPLACED) }),
      isTaken({ replaces: ids(MOST_REPLACED + 1) }),
    ]).toEqual([true, false])
  })

  it.each(['entityId', 'path', 'person', 'reason'] as const)(
    'refuses a %s of a million characters',
    (field) => {
      expect(validateChange(aChange({ [field]: `${'x'.repeat(1e6)}/first/1` })).ok).toBe(false)
    },
  )

  it('refuses a value that lists of lists make deeper than any program can walk', () => {
    const text = '['.repeat(50_000) + ']'.repeat(50_000)
    expect(validateChange({ ...aChange(), value: JSON.parse(text) as Json }).ok).toBe(false)
  })

  it('takes several kinds of evidence', () => {
    const change = aChange({ evidence: ['respondent', 'other'] })
    expect(validateChange(change)).toEqual({ ok: true, value: change })
  })

  it.each([null, 'text', 5, []])('refuses %j, which is no change at all', (input) => {
    expect(validateChange(input).ok).toBe(false)
  })

  it('takes the removal of a line by another change than its maker', () => {
    expect(
      validateChange(aChange({ path: `lines/${anId('b', 9)}`, value: null, replaces: [anId('b', 9)] })).ok,
    ).toBe(true)
  })
})
