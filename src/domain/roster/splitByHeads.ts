import type { RosterRow } from './RosterRow'
import { isSamePerson, PersonIndex } from './samePerson'

export type HeadSplit =
  | { readonly kind: 'one_household'; readonly extraHeads: readonly RosterRow[] }
  /** The number stands on two families: the first keeps it, the rows of the others cannot be placed. */
  | {
      readonly kind: 'number_shared'
      readonly kept: readonly RosterRow[]
      readonly rejected: readonly (readonly RosterRow[])[]
    }

/**
 * Rows under one household key with more than one head: a household that lists two heads, or two households that
 * carry one number? The stated size decides where it can; else two families of several persons each are two.
 */
export function splitByHeads(rows: readonly RosterRow[]): HeadSplit {
  const heads: RosterRow[] = []
  const known = new PersonIndex<RosterRow>()
  for (const row of rows) {
    const { member } = row
    if (member?.relation !== 'head') continue
    if (known.find(member, (head) => head.member !== null && isSamePerson(head.member, member)) === undefined)
      heads.push(row)
    known.add(member, row)
  }
  const [, ...extraHeads] = heads
  if (extraHeads.length === 0) return { kind: 'one_household', extraHeads }
  const runs = runsOf(rows, new Set(heads))
  const [kept = [], ...rejected] = runs
  return areSeparate(runs, rows.length)
    ? { kind: 'number_shared', kept, rejected }
    : { kind: 'one_household', extraHeads }
}

/** Each head with the rows after it; rows before the first head go with it. */
function runsOf(
  rows: readonly RosterRow[],
  heads: ReadonlySet<RosterRow>,
): readonly (readonly RosterRow[])[] {
  const runs: RosterRow[][] = []
  let headSeen = false
  for (const row of rows) {
    const run = runs.at(-1)
    if (run === undefined || (heads.has(row) && headSeen)) runs.push([row])
    else run.push(row)
    headSeen ||= heads.has(row)
  }
  return runs
}

function areSeparate(runs: readonly (readonly RosterRow[])[], rowCount: number): boolean {
  const sizes = runs.map((run) => run[0]?.block.values.statedSize ?? null)
  if (sizes.every((size) => size === rowCount)) return false
  if (sizes.every((size, index) => size === runs[index]?.length)) return true
  if (runs.some((run) => run[0]?.sheet !== runs[0]?.[0]?.sheet)) return true
  return runs.every((run) => run.length > 1)
}
