import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../../src/domain/roster/normaliseCell'
import { inventedId } from '../../fixtures/roster/inventedPeople'
import { readList } from '../../fixtures/roster/readList'

describe('a text cell in one spelling', () => {
  it.each([
    ['="9901000001"', '9901000001'],
    ['＝“9901000001”'.replace('“', '"').replace('”', '"'), '9901000001'],
    ['="a ""b"""', 'a "b"'],
    ['"上寨村"', '上寨村'],
    ['“上寨村”', '上寨村'],
    ["'9901000001", '9901000001'],
    ['’9901000001', '9901000001'],
    ['‘9901000001', '9901000001'],
    ['`9901000001', '9901000001'],
    ['´9901000001', '9901000001'],
    ['＇9901000001', '9901000001'],
    ['\u202d9901000001\u202c', '9901000001'],
    ['990101\u200e', '990101'],
    ['上寨\u00ad村', '上寨村'],
    ['\ufeff张\u200b三\u2060', '张三'],
    ['葛\u{e0100}城', '葛城'],
    ['９９０１', '9901'],
    ['\u3000张\u00a0三\r\n', '张 三'],
    ['张三_x000d_', '张三'],
    ['冯&#x20BB7;梅', '冯𠮷梅'],
    ['冯&#134071;梅', '冯𠮷梅'],
    ['张&nbsp;三', '张 三'],
    ['9901000001.0', '9901000001'],
    ['2018.00', '2018'],
    ['-3.0', '-3'],
    ['3218.50', '3218.50'],
    ['A"B', 'A"B'],
    ['〃', '〃'],
    ['"', '"'],
  ])('turns %j into %j', (text, plain) => expect(normaliseText(text)).toBe(plain))

  it.each(['', ' ', '\u200b', '=""', '\u3000'])('is nothing when it is %j', (text) =>
    expect(normaliseText(text)).toBeNull(),
  )
  it('keeps the fraction of a whole number that has lost its last digits in a float', () =>
    expect(normaliseText('990101197001010000.0')).toBe('990101197001010000.0'))
  it('is not resolved when a character reference names no character', () =>
    expect(normaliseText('&#xD800;&#x110000;')).toBe('&#xD800;&#x110000;'))
  it('is the same when it is brought into that spelling twice', () => {
    for (const text of ["''9901", '"“上寨村”"', '="\'9901"', '２０１８．０'])
      expect(normaliseText(normaliseText(text) ?? '')).toBe(normaliseText(text))
  })
})

describe('a list', () => {
  const id = inventedId('1970-01-01', 1)
  const header = ['行政村', '户编号', '姓名', '证件号码', '与户主关系', '脱贫属性', '人均纯收入']
  const plain = readList([header, ['上寨村', '9901', '张三', id, '户主', '已脱贫', '3218']])

  it.each([
    ['direction marks', (text: string) => `\u202d${text}\u202c`],
    ['quotes', (text: string) => `"${text}"`],
    ['formula wrappers', (text: string) => `="${text}"`],
    ['apostrophes', (text: string) => `’${text}`],
    ['soft hyphens', (text: string) => `${text.slice(0, 2)}\u00ad${text.slice(2)}`],
  ])('gives the same household when its cells have %s', (_, odd) => {
    const cells = ['上寨村', '9901', '张三', id, '户主', '已脱贫', '3218'].map(odd)
    expect(readList([header, cells])).toMatchObject({
      households: plain.households,
      problems: plain.problems,
    })
  })
  it('keeps columns that nobody knows as the file has them', () => {
    const { households } = readList([
      [...header, '面积'],
      ['上寨村', '9901', '张三', id, '户主', '已脱贫', '3218', '12㎡'],
    ])
    expect(households[0]?.members[0]?.kept).toEqual({ 面积: '12㎡' })
  })
})
