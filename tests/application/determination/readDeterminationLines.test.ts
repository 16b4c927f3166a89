import { describe, expect, it } from 'vitest'
import { readDeterminationLines } from '../../../src/application/determination/readDeterminationLines'

const HOUSEHOLDS = new Map([
  ['1', { status: 'exited', conclusion: 'suspected_wrong_exit' }],
  ['2', { status: 'unregistered', conclusion: 'suspected_omission' }],
  ['3', { status: 'exited', conclusion: 'exit_confirmed' }],
] as const)

const LINE = { household: '1', determination: 'wrong_exit', reason: '核查过', by: '甲', confirmedBy: '乙' }

function read(...lines: readonly (object | string)[]) {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  return readDeterminationLines(texts, 'd.jsonl', HOUSEHOLDS)
}

function told(...lines: readonly (object | string)[]): readonly string[] {
  const result = read(...lines)
  const problems = result.ok ? result.value.problems : result.problems
  return problems.map(({ severity, code, place }) => `${severity} ${code} ${place.line}`)
}

describe('a file of determinations', () => {
  it('gives a record a line, blank ones and a byte order mark passed over', () => {
    const result = read(`\uFEFF${JSON.stringify(LINE)}`, '', {
      ...LINE,
      household: '2',
      determination: 'no_omission',
    })
    expect(result.ok && result.value.records).toMatchObject([
      { ...LINE, line: 1 },
      { household: '2', line: 3 },
    ])
  })
  it.each<[object | string, string]>([
    ['wrong_exit', 'determinations_line_unreadable'],
    ['[]', 'determinations_line_unreadable'],
    ['null', 'determinations_line_unreadable'],
    [{ ...LINE, household: '9' }, 'determinations_household_unknown'],
    [{ ...LINE, household: 1.5 }, 'determinations_household_unreadable'],
    [{ ...LINE, household: '3' }, 'determination_not_suspected'],
    [{ ...LINE, determination: 'omission' }, 'determination_not_suspected'],
    [{ ...LINE, household: '2', determination: 'wrong_inclusion' }, 'determination_not_registered'],
    [{ ...LINE, determination: 'guilty' }, 'determination_unknown'],
    [{ ...LINE, reason: ' ' }, 'determination_reason_missing'],
    [{ ...LINE, by: null }, 'determinations_by_unreadable'],
    [{ ...LINE, confirmedBy: 5 }, 'determinations_confirmed_by_unreadable'],
    [{ ...LINE, confirmedHow: 'somehow' }, 'determinations_confirmed_how_unknown'],
    [{ ...LINE, verdict: 'x' }, 'determinations_field_unknown'],
  ])('is refused for %j: %s', (line, code) => {
    expect(told(LINE, line)).toEqual([`error ${code} 2`])
    expect(read(LINE, line).ok).toBe(false)
  })
  it('may name a household by a number, and with blanks around its key', () => {
    for (const household of [1, ' 1\u3000'])
      expect(read({ ...LINE, household })).toMatchObject({ value: { records: [{ household: '1' }] } })
  })
  it('is refused once when it is an array', () => {
    const refused = readDeterminationLines(['', '[', JSON.stringify(LINE), ']'], 'd.json', new Map())
    expect(refused).toMatchObject({ problems: [{ code: 'lines_in_array', place: { line: 2 } }] })
  })
  it.each([null, undefined, '甲'])('is taken with a warning where the second person is %s', (confirmedBy) => {
    expect(told({ ...LINE, confirmedBy })).toEqual(['warning determination_not_confirmed 1'])
  })
})
