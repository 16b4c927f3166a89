import { describe, expect, it } from 'vitest'
import { figuresText, parseFigures } from '../../../src/application/census/figures'
import type { AreaTable } from '../../../src/domain/programmes/census/tables/TableCounts'

const TABLE: AreaTable = {
  id: 'bedding',
  population: 'households',
  area: { kind: 'township', key: '云岭县/松坪乡' },
  rows: [
    { code: 'enough', count: 3, share: 0.75, interval: { low: 0.2, high: 0.9, method: 'korn_graubard' } },
  ],
  base: 4,
  unanswered: 1,
}

const codes = (text: string) => {
  const read = parseFigures(text, 'earlier.json')
  return read.ok ? [] : read.problems.map(({ code, place, details }) => [code, place.file, details])
}

describe('figures of a census in a file', () => {
  it('are read as they were written', () => {
    const read = parseFigures(figuresText([TABLE]), 'earlier.json')
    expect(read.ok && read.value).toEqual([
      {
        id: 'bedding',
        area: '云岭县/松坪乡',
        rows: [{ code: 'enough', share: 0.75, interval: { low: 0.2, high: 0.9 } }],
      },
    ])
  })
  it('are read from the document of a terminal without a version', () => {
    const text = '\uFEFF{"coverage":null,"tables":[{"id":"t","area":"county","rows":[]}],"problems":[]}'
    expect(codes(text)).toEqual([])
  })
  it('are refused with what is wrong: cut short, of another version, of something else, of nothing', () => {
    const whole = figuresText([TABLE])
    expect(codes(whole.slice(0, -20))).toEqual([['figures_damaged', 'earlier.json', { lines: 2 }]])
    expect(codes(whole.replace('"version":1', '"version":2'))).toEqual([
      ['figures_version_unknown', 'earlier.json', { version: '2' }],
    ])
    expect(codes('{"coverage":null,"tables":[]}')).toEqual([
      ['figures_unreadable', 'earlier.json', { field: 'tables' }],
    ])
    expect(codes('[1]')[0]?.[0]).toBe('figures_unreadable')
    expect(codes(whole.replace('0.75', '"much"'))).toEqual([
      ['figures_unreadable', 'earlier.json', { field: 'tables.0.rows.0.share' }],
    ])
  })
})
