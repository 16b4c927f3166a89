import { describe, expect, it } from 'vitest'
import { noHouseholdValues, type HouseholdValues } from '../../../src/domain/roster/HouseholdValues'
import { registerStatus } from '../../../src/domain/roster/registerStatus'

const read = (values: Partial<HouseholdValues>, hasRegisterColumns = true) => {
  const { status, trouble } = registerStatus({ ...noHouseholdValues(), ...values }, hasRegisterColumns)
  return trouble === null ? status : [status, trouble]
}

describe('registerStatus', () => {
  it('is what 脱贫属性 gives, before all else', () =>
    expect(read({ exitState: 'relapsed', exitYear: 2018, category: 'ordinary_exited' })).toBe('relapsed'))
  it('is exited when there is a 脱贫年度', () =>
    expect(read({ exitYear: 2018, category: 'ordinary_poor' })).toBe('exited'))
  it('is exited when 贫困户属性 is a 脱贫户', () =>
    expect(read({ category: 'ordinary_exited' })).toBe('exited'))
  it('is poor when 贫困户属性 is a 贫困户', () => expect(read({ category: 'destitute_poor' })).toBe('poor'))
  it('is unregistered when the list marks it so', () =>
    expect(read({ exitState: 'unregistered' })).toBe('unregistered'))
  it('is unregistered when there is no register column at all', () =>
    expect(read({}, false)).toBe('unregistered'))
  it('is asked when the register columns are blank', () => expect(read({})).toEqual([null, 'status_unknown']))
  it('is asked when there is a 户编号 and no register column', () =>
    expect(read({ householdNumber: '51' }, false)).toEqual([null, 'status_unknown']))
  it('is reported when a poor household has an exit year', () =>
    expect(read({ exitState: 'poor', exitYear: 2018 })).toEqual(['poor', 'status_conflict']))
  it('is reported when a poor household is a 脱贫户', () =>
    expect(read({ exitState: 'poor', category: 'ordinary_exited' })).toEqual(['poor', 'status_conflict']))
})
