import { describe, expect, it } from 'vitest'
import { interviewSteps } from '../../../src/domain/interview/interviewSteps'
import { lastPlace } from '../../../src/domain/interview/lastPlace'
import { nextStop } from '../../../src/domain/interview/nextStop'
import type { Change } from '../../../src/domain/changes/Change'
import { aLine, anInterview, INSTRUMENT } from '../../builders/anInterview'

const STEPS = interviewSteps(anInterview({ lines: [aLine(100), aLine(200)] }))

/** The stops in words: `line_amount 2`, `water_quality`. */
const WORDS = STEPS.map((step) =>
  step.kind === 'question'
    ? step.ref.question
    : step.kind === 'add_line'
      ? step.kind
      : `${step.kind} ${step.ref.line}`,
)

function walk(from: string, by: 1 | -1): string | undefined {
  const index = nextStop(STEPS, WORDS.indexOf(from), by)
  return index === null ? undefined : WORDS[index]
}

describe('nextStop', () => {
  it.each([
    ['water_source', 'water_quantity'],
    ['water_quality', 'add_line'],
    ['add_line', 'ledger_agreement'],
  ])('goes from %s to %s, and back the same way', (before, behind) => {
    expect([walk(before, 1), walk(behind, -1)]).toEqual([behind, before])
  })

  it('goes through the three stops of a line that was chosen, and to a new line behind it', () => {
    expect(['line_item 1', 'line_amount 1', 'line_state 1'].map((stop) => walk(stop, 1))).toEqual([
      'line_amount 1',
      'line_state 1',
      'add_line',
    ])
    expect([walk('line_state 1', -1), walk('line_item 2', -1)]).toEqual(['line_amount 1', 'water_quality'])
  })

  it('ends at the ends', () => {
    expect([nextStop(STEPS, 0, -1), nextStop(STEPS, STEPS.length - 1, 1)]).toEqual([null, null])
  })
})

describe('lastPlace', () => {
  function placeBehind(path: string): string | undefined {
    const change = {
      id: `${'0'.repeat(32)}:1`,
      lamport: 1,
      path,
      value: 'x',
      replaces: [],
    } as unknown as Change
    return WORDS[lastPlace([change], STEPS, INSTRUMENT.roles)]
  }

  it.each([
    ['water_quality', 'add_line'],
    ['lines/1/income_state', 'add_line'],
    ['lines/1/income_item', 'line_amount 1'],
    ['lines/2/amount_yuan', 'line_state 2'],
  ])('is, behind %s, at %s', (path, place) => {
    expect(placeBehind(path)).toBe(place)
  })
})
