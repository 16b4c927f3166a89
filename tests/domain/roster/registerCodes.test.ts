import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../src/domain/roster/SheetTable'
import { inventedId } from '../../fixtures/roster/inventedPeople'
import { readList, told } from '../../fixtures/roster/readList'

const HEADER = ['户编号', '姓名', '证件号码', '与户主关系', '脱贫属性']
const [LI, WANG, ZHAO] = [1, 2, 3].map((order) => inventedId('1970-01-01', order))

/** Two households whose codes are these. */
function withCodes(first: RawCell, second: RawCell) {
  return readList([
    HEADER,
    [first, '李建国', LI ?? null, '户主', '已脱贫'],
    [first, '王芳', WANG ?? null, '配偶', '已脱贫'],
    [second, '赵六', ZHAO ?? null, '户主', '已脱贫'],
  ])
}

function people({ households }: ReturnType<typeof readList>) {
  return households.map(({ members }) => members.map(({ name }) => name))
}

const TWO_HOUSEHOLDS = [['李建国', '王芳'], ['赵六']]

describe('household codes', () => {
  it.each([
    ['a spreadsheet rounded them and saved them as text', '990101102003000000', '990101102003000000'],
    ['a spreadsheet rounded them to different numbers', '990101102003001000', '990101102003002000'],
    ['they are in scientific notation', '9.90101E+17', '9.90101E+17'],
    ['they are floats', 990101102003000000, 990101102003000000],
    ['they are floats saved with their fraction', '990101102003000128.0', '990101102003000128.0'],
  ])('are reported as lost, and people go with their heads, when %s', (_, first, second) => {
    const roster = withCodes(first, second)
    expect(people(roster)).toEqual(TWO_HOUSEHOLDS)
    expect(told(roster)).toEqual(['number_digits_lost A2', 'number_digits_lost A4'])
    expect(roster.rows.rejected).toBe(0)
  })
  it('are taken as they are when one of them ends in zeros and the others do not', () => {
    const roster = withCodes('990101102003001000', '990101102003001001')
    expect(roster.households.map(({ id }) => id)).toEqual(['990101102003001000', '990101102003001001'])
    expect(told(roster)).toEqual([])
  })
  it.each<[string, RawCell, RawCell]>([
    ['date cells', { kind: 'date', date: '2021-01-02' }, { kind: 'date', date: '2021-01-03' }],
    ['dates as Excel shows them in China', '1月2日', '1月3日'],
    ['dates as Excel shows them elsewhere', '2-Jan', '3-Jan'],
    ['dates saved as text', '2021/1/2', '2021/1/3'],
  ])('are reported, and people go with their heads, when they have become %s', (_, first, second) => {
    const roster = withCodes(first, second)
    expect(people(roster)).toEqual(TWO_HOUSEHOLDS)
    expect(told(roster)).toEqual(['code_became_date A2', 'code_became_date A4'])
  })
  it('are the same household with and without the .0 of a float', () =>
    expect(withCodes('9901000001.0', '9901000002').households.map(({ id }) => id)).toEqual([
      '9901000001',
      '9901000002',
    ]))
  it('lose the marks that group their digits', () =>
    expect(withCodes('9,901,000,001', '9901000002').households[0]?.id).toBe('9901000001'))
})

describe('a word in the place of a code', () => {
  it('is reported, and is no household', () => {
    const roster = readList([
      HEADER,
      ['51', '李建国', LI ?? null, '户主', '已脱贫'],
      ['石门村', 4, null, null, null],
    ])
    expect(roster.households.map(({ id }) => id)).toEqual(['51'])
    expect(told(roster)).toEqual(['name_is_number B3', 'code_without_digits A3', 'row_without_person B3'])
  })
})

describe('other cells that a date has no place in', () => {
  it.each(['行政村', '自然村', '姓名'])('are missing and reported when the column is %s', (header) => {
    const roster = readList([
      [...HEADER.filter((text) => text !== header), header],
      [
        ...['51', '李建国', LI ?? null, '户主', '已脱贫'].slice(0, header === '姓名' ? 1 : 5),
        ...(header === '姓名' ? [LI ?? null, '户主', '已脱贫'] : []),
        { kind: 'date', date: '2021-01-02' },
      ],
    ])
    expect(told(roster)).toContain(`cell_became_date ${header === '姓名' ? 'E' : 'F'}2`)
  })
})

describe('a name', () => {
  it.each(['李建国"', '李"建国', '“李建国'])('is without the quote that an export left in %s', (name) =>
    expect(
      readList([HEADER, ['51', name, LI ?? null, '户主', '已脱贫']]).households[0]?.members[0]?.name,
    ).toBe('李建国'),
  )
  it.each<RawCell>(['0', 0, '12'])(
    'that is the number %j is missing and reported: nobody is called so',
    (name) => {
      const roster = readList([HEADER, ['51', name, LI ?? null, '户主', '已脱贫']])
      expect(roster.households[0]?.members[0]?.name).toBeNull()
      expect(told(roster)).toEqual(['name_is_number B2'])
    },
  )
})

describe('ID numbers', () => {
  /** Sound numbers whose last three digits a spreadsheet has zeroed; the first still passes its checksum. */
  it('that end in 000 are lost when one of them shows by its checksum that the column lost its digits', () => {
    const roster = readList([
      HEADER,
      ['51', '李建国', '990101201008060000', '户主', '已脱贫'],
      ['52', '赵六', '990101195001241000', '户主', '已脱贫'],
    ])
    expect(told(roster).filter((text) => text.startsWith('id_digits_lost'))).toEqual([
      'id_digits_lost C2',
      'id_digits_lost C3',
    ])
  })
})

describe('error values that were saved as text', () => {
  it.each(['#REF!', '#N/A', '########', '#NAME?'])(
    'are reported, and are no codes, when they say %s',
    (text) => {
      const roster = readList([HEADER, [text, '李建国', LI ?? null, '户主', '已脱贫']])
      expect(roster.households[0]?.id).not.toBe(text)
      expect(told(roster)).toEqual(['cell_error A2'])
    },
  )
})
