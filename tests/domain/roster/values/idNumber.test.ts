import { describe, expect, it } from 'vitest'
import {
  birthDateOf,
  checksumHolds,
  idFault,
  idNumber,
  idNumberFor,
  personOf,
  sexOf,
} from '../../../../src/domain/roster/values/idNumber'
import { inventedId } from '../../../fixtures/roster/inventedPeople'

const MISSING = new Set(['—', '无'])
const read = (cell: Parameters<typeof idNumber>[0]) => {
  const { value, trouble } = idNumber(cell, MISSING)
  return trouble === null ? value : [value, trouble.code]
}
/** Checksum X: 990101 1970-01-01 001. */
const WITH_X = '99010119700101001X'

describe('idNumber', () => {
  it('is the text itself when it is a sound number', () =>
    expect(read(inventedId('1970-01-01', 2))).toBe(inventedId('1970-01-01', 2)))
  it('loses its wrapping when it is written as ="…"', () => expect(read(`="${WITH_X}"`)).toBe(WITH_X))
  it('loses its apostrophe when one leads', () => expect(read(`'${WITH_X}`)).toBe(WITH_X))
  it('loses its spaces, no-break ones too, when it is grouped', () =>
    expect(read('990101 19700101\u00a0001X ')).toBe(WITH_X))
  it('has an upper-case X when the list has x', () => expect(read(WITH_X.toLowerCase())).toBe(WITH_X))
  it('has a plain X when the list has a full-width one', () =>
    expect(read('99010119700101001Ｘ')).toBe(WITH_X))
  it('is half-width when the list is full-width', () =>
    expect(read('９９０１０１１９７００１０１００１Ｘ')).toBe(WITH_X))
  it('is lost when a spreadsheet made it a float', () =>
    expect(read(990101197001010000)).toEqual([null, 'id_digits_lost']))
  it('is lost when a float shows digits past the 15th that it never held', () =>
    expect(read(539901198208205630)).toEqual([null, 'id_digits_lost']))
  it('is lost when the float was turned back into text', () =>
    expect(read('990101197001011000')).toEqual([null, 'id_digits_lost']))
  it('is lost when it is in scientific notation', () =>
    expect(read('9.90101E+17')).toEqual([null, 'id_digits_lost']))
  it('is whole when a 15-digit number is in a number cell', () =>
    expect(read(990101700101001)).toBe('990101700101001'))
  it('is legal with 15 characters', () => expect(read('990101700101001')).toBe('990101700101001'))
  it('is legal with 20 characters, as on a disability card', () =>
    expect(read(`${WITH_X}43`)).toBe(`${WITH_X}43`))
  it('is legal with 22 characters, as on a re-issued one', () =>
    expect(read(`${WITH_X}43B1`)).toBe(`${WITH_X}43B1`))
  it('is malformed with 17 characters', () =>
    expect(read('99010119700101001')).toEqual(['99010119700101001', 'id_malformed']))
  it('is malformed with 19 characters', () =>
    expect(read(`${WITH_X}4`)).toEqual([`${WITH_X}4`, 'id_malformed']))
  it('is kept with a warning when the checksum fails', () =>
    expect(read('990101197001010012')).toEqual(['990101197001010012', 'id_checksum']))
  it('has its X when a multiplication sign stands for it', () =>
    expect(read(WITH_X.replace('X', '×'))).toBe(WITH_X))
  it.each(['990101********0013', '99010119700101001*', 'XXXXXX197001010013'])(
    'is reported as masked when it is %s',
    (text) => expect(read(text)).toEqual([text, 'id_masked']),
  )
  it.each(['99O101197001010013', '99010119700101001l', '990101197001010012(曾用)'])(
    'is reported by its odd character, not by its length, when it is %s',
    (text) => expect(read(text)).toEqual([text.toUpperCase(), 'id_other_characters']),
  )
  it('is lost when a float was saved as text with its fraction', () =>
    expect(read('990101197001011000.0')).toEqual([null, 'id_digits_lost']))
  it('is missing when the list marks it as missing', () => expect(read('—')).toBeNull())
})

describe('the fault of an ID number', () => {
  it.each([
    [WITH_X, null],
    [`${WITH_X}43B1`, null],
    ['990101700101001', null],
    ['990101197001010012', 'id_checksum'],
    ['99010119700101001243', 'id_checksum'],
    ['990101700230001', 'id_birth_date'],
    [idNumberFor('99010119700230001'), 'id_birth_date'],
    ['99010119700101001', 'id_malformed'],
    ['X90101197001010012', 'id_malformed'],
    ['', 'id_malformed'],
  ])('%s is %s', (number, fault) => {
    expect(idFault(number)).toBe(fault)
  })
})

describe('what an ID number gives', () => {
  it('holds by its checksum, and by no other last character', () => {
    const holding = [...'0123456789X'].filter((last) => checksumHolds(WITH_X.slice(0, 17) + last))
    expect(holding).toEqual(['X'])
  })
  it('is one person in 15, 18 and 20 characters', () => {
    expect(personOf('990101700101001')).toBe(WITH_X)
    expect(personOf(`${WITH_X}43`)).toBe(WITH_X)
  })
  it('is a birth date in this and in the old century', () => {
    expect(birthDateOf('990101200002290014')).toBe('2000-02-29')
    expect(birthDateOf('990101700101001')).toBe('1970-01-01')
  })
  it('is no birth date when the day does not exist', () =>
    expect(birthDateOf('990101190002290014')).toBeNull())
  it('is male when the order is odd, female when even', () => {
    expect(sexOf(WITH_X)).toBe('male')
    expect(sexOf(inventedId('1970-01-01', 2))).toBe('female')
  })
})
