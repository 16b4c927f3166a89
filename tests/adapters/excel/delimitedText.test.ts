import { describe, expect, it } from 'vitest'
import { parseDelimited } from '../../../src/adapters/excel/parseDelimited'
import { importFiles } from '../../fixtures/roster/importFiles'

const HEADER = '户编号,姓名,与户主关系,脱贫属性,备注'
const line = (person: number, remark = '') => `5${person},李${person},户主,已脱贫,${remark}`
const LINES = [HEADER, ...[1, 2, 3, 4, 5, 6].map((person) => line(person))]

/** The list with other lines in place of some, counted from 1 as an editor does. */
function listWith(others: Readonly<Record<number, string>>, end = '\r\n'): string {
  return LINES.map((text, index) => others[index + 1] ?? text).join(end) + end
}

function imported(text: string) {
  return importFiles(['list.csv', new TextEncoder().encode(text)])
}

describe('quotation marks', () => {
  it.each([
    ['is never closed', { 3: line(2, '"无') }, 3],
    ['is followed by more text', { 4: line(3, '"无"字') }, 4],
    ['is closed by the next stray one', { 3: line(2, '"无'), 5: line(4, '"有') }, 3],
    ['stands in the last cell of the file', { 7: line(6, '"') }, 7],
    ['stands in the header', { 1: `"${HEADER}` }, 1],
  ])('refuse the file with the line of one that %s', (_, others, expected) => {
    for (const end of ['\r\n', '\n', '\r']) {
      const roster = imported(listWith(others, end))
      expect(roster.refused).toBe(true)
      expect(roster.problems).toMatchObject([{ code: 'quote_misplaced', place: { line: expected } }])
    }
  })

  it.each([
    ['begin and end a cell', { 3: line(2, '"无'), 5: '54,李4,户主,已脱贫,有"' }, 3, 5],
    ['are on lines next to each other', { 3: line(2, '"无'), 4: '53,李3,户主,已脱贫,有"' }, 3, 4],
  ])('refuse the file with its lines when two stray ones %s', (_, others, first, last) => {
    expect(imported(listWith(others)).problems).toMatchObject([
      { code: 'rows_in_quotes', place: { line: first }, details: { lastLine: last } },
    ])
  })

  it('are characters inside a cell that does not begin with one', () => {
    const { households } = imported(listWith({ 3: '52,李"二",户主,已脱贫,身高 5"' }))
    expect(households[1]?.members[0]?.name).toBe('李"二"')
    expect(households).toHaveLength(6)
  })

  it('keep line breaks, separators and doubled marks in a cell', () => {
    const remark = '"一、危房,已改；\n二、""低保"",2018 年\r\n三、无"'
    const { rows } = parseDelimited(listWith({ 3: line(2, remark), 4: `"53","李\n3",户主,已脱贫,` }))
    expect(rows?.[2]?.[4]).toBe('一、危房,已改；\n二、"低保",2018 年\n三、无')
    expect(rows?.[3]?.[1]).toBe('李\n3')
    expect(imported(listWith({ 3: line(2, remark) })).households).toHaveLength(6)
  })

  it('keep a line break in the first cell, behind which the whole row follows', () => {
    expect(parseDelimited(listWith({ 3: `"5\n2"${line(2).slice(2)}` })).rows?.[2]?.[0]).toBe('5\n2')
  })
})

describe('line ends', () => {
  it('may be mixed in one file', () => {
    const [header, ...people] = LINES
    const ends = ['\n', '\r\n', '\r']
    const text = people.reduce(
      (text, person, index) => text + person + (ends[index % 3] ?? ''),
      `${header}\r\n`,
    )
    expect(imported(text).households).toHaveLength(6)
    expect(imported(text).rows).toMatchObject({ read: 7, imported: 6, rejected: 0 })
  })
})

describe('the separator', () => {
  const titles = Array.from({ length: 45 }, (_, index) => `说明 ${index}，如下,请如实填写；谢谢;再见`)

  it.each(['\t', ';', ',', '|'])(
    'is %j however many titles with commas stand above the header',
    (separator) => {
      for (const height of [0, 1, 12, 45]) {
        const list = listWith({}).replaceAll(',', separator)
        const text = [...titles.slice(0, height), list].join('\n')
        expect(imported(text).households).toHaveLength(6)
      }
    },
  )

  it('is found when all rows end where their last value stands', () => {
    const lines = ['甲,乙', '户编号\t姓名\t脱贫属性\t备注', '51\t李一\t已脱贫', '52\t李二\t已脱贫\t无,有']
    expect(imported(lines.join('\n')).households).toHaveLength(2)
  })
})
