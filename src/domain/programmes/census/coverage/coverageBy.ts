import { ENDED_OUTCOMES, OPEN_STATES, stateOf, type Coverage, type CoverageRow } from './Coverage'

/** What is counted while rows are read. */
type Counting = {
  listed: number
  found: number
  states: Record<keyof Coverage['states'], number>
}

/** Coverage by a key of each row: its village, its township, its enumerator; in the rows' order. */
export function coverageBy<Row extends Pick<CoverageRow, 'isFound' | 'outcome'>>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string,
): ReadonlyMap<string, Coverage> {
  const counts = new Map<string, Counting>()
  for (const row of rows) {
    const key = keyOf(row)
    let counting = counts.get(key)
    if (counting === undefined) counts.set(key, (counting = nothing()))
    counting[row.isFound ? 'found' : 'listed']++
    counting.states[stateOf(row)]++
  }
  return counts
}

/** All parts together. */
export function sumCoverage(parts: Iterable<Coverage>): Coverage {
  const sum = nothing()
  for (const { listed, found, states } of parts) {
    sum.listed += listed
    sum.found += found
    for (const state of STATES) sum.states[state] += states[state]
  }
  return sum
}

const STATES = [...ENDED_OUTCOMES, ...OPEN_STATES]

function nothing(): Counting {
  return {
    listed: 0,
    found: 0,
    states: Object.fromEntries(STATES.map((state) => [state, 0])) as Counting['states'],
  }
}
