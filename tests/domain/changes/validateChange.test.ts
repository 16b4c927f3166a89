import { describe, expect, it } from 'vitest'
import { MAX_LAMPORT, validateChange } from '../../../src/domain/changes/validateChange'
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
