import { describe, expect, it } from 'vitest'
import {
  comparePersons,
  type EnumeratedPerson,
} from '../../../../../src/domain/programmes/census/check/comparePersons'
import { idNumberFor } from '../../../../../src/domain/roster/values/idNumber'

const [FIRST, SECOND] = [idNumberFor('52010119500101101'), idNumberFor('52010119700202102')]

function person(id: string, given: Partial<EnumeratedPerson> = {}): EnumeratedPerson {
  return { id, name: id, idNumber: null, birthDate: null, isPresent: true, ...given }
}

function found(census: readonly EnumeratedPerson[], check: readonly EnumeratedPerson[]) {
  const { omitted, wronglyListed } = comparePersons(census, check)
  const words = (each: (typeof omitted)[number]) => `${each.person.id}${each.isKnown ? ' known' : ''}`
  return { omitted: omitted.map(words), wronglyListed: wronglyListed.map(words) }
}

const NOTHING = { omitted: [], wronglyListed: [] }

describe('persons of two enumerations', () => {
  it('are the same by the list', () => {
    expect(found([person('m1'), person('m2')], [person('m2'), person('m1')])).toEqual(NOTHING)
  })
  it('are the same where both added them, by ID number or by name and birth date', () => {
    const number = { idNumber: FIRST }
    expect(found([person('a', number)], [person('b', number)])).toEqual(NOTHING)
    const born = { name: '王小', birthDate: '2015-03-01' }
    expect(found([person('a', born)], [person('b', born)])).toEqual(NOTHING)
    expect(found([person('a', { ...born, idNumber: FIRST })], [person('b', born)])).toEqual(NOTHING)
  })
  it('are not the same by name alone, or with two ID numbers', () => {
    const apart = { omitted: ['b'], wronglyListed: ['a'] }
    expect(found([person('a', { name: '王' })], [person('b', { name: '王' })])).toEqual(apart)
    const born = { name: '王', birthDate: '2015-03-01' }
    expect(
      found([person('a', { ...born, idNumber: FIRST })], [person('b', { ...born, idNumber: SECOND })]),
    ).toEqual(apart)
  })
  it('are omitted where only the check has them present, wrongly listed where only the census has', () => {
    const gone = { isPresent: false }
    expect(found([person('m1')], [person('m1'), person('new')])).toEqual({ ...NOTHING, omitted: ['new'] })
    expect(found([person('m1', gone)], [person('m1')])).toEqual({ ...NOTHING, omitted: ['m1 known'] })
    expect(found([person('m1')], [person('m1', gone)])).toEqual({ ...NOTHING, wronglyListed: ['m1 known'] })
    expect(found([person('m1'), person('x')], [person('m1')])).toEqual({ ...NOTHING, wronglyListed: ['x'] })
    expect(found([person('m1', gone)], [person('m1', gone)])).toEqual(NOTHING)
  })
  it('match one other at most', () => {
    const twin = { name: '王', birthDate: '2015-03-01' }
    expect(found([person('a', twin)], [person('b', twin), person('c', twin)])).toEqual({
      ...NOTHING,
      omitted: ['c'],
    })
    expect(found([person('b', twin), person('c', twin)], [person('a', twin)])).toEqual({
      ...NOTHING,
      wronglyListed: ['c'],
    })
  })
})
