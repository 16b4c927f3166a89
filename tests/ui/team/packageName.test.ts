import { describe, expect, it } from 'vitest'
import { packageName } from '../../../src/ui/team/packages/packageName'

describe('packageName', () => {
  it('has the words and the moment', () => {
    expect(packageName(['云岭县', '甲'], '2020-07-15T01:00:00Z')).toMatch(/^云岭县-甲-2020-07-1\d-\d{6}$/)
  })
  it('has nothing that a system does not allow in a name', () => {
    expect(packageName(['../a\\b', 'c:d?', 'e\n'], '2020-07-15T01:00:00Z')).toMatch(/^-a-b-c-d--e--2020-/)
  })
})
