import { CRITERIA } from '../../domain/programmes/assessment/criteria/Criterion'
import type {
  Determination,
  DeterminationQuestion,
  HouseholdDeterminations,
  Standing,
} from '../../domain/programmes/assessment/determination/Determination'
import type { ClearedSuspicion } from '../assess/clearedSuspicion'
import type { HouseholdRow } from '../households/listHouseholds'

/** Gravest first. */
export const SUSPICION_KINDS = ['wrong_exit', 'omission', 'wrong_inclusion'] as const

export type SuspicionKind = (typeof SUSPICION_KINDS)[number]

/**
 * `open`: nobody decided, the decision was taken back, or two contradict each other; `decided`: not confirmed yet;
 * `second_look`: a verification or a correction no longer comes to it, and somebody else has to look at that; `cleared`: he
 * agreed. Where he does not, the suspicion stands and is open like any other.
 */
export const SUSPICION_STATES = ['open', 'decided', 'confirmed', 'second_look', 'cleared'] as const

export type SuspicionState = (typeof SUSPICION_STATES)[number]

/** One suspicion of one household; a household may have two. */
export interface Suspicion {
  /** Unique in the list. */
  readonly key: string
  readonly kind: SuspicionKind
  readonly row: HouseholdRow
  readonly standing: Standing
  readonly state: SuspicionState
  readonly isRebutted: boolean
  /** What cleared it; null where nothing did. */
  readonly cleared: ClearedSuspicion | null
}

/** What can be decided about each kind, the decision against the county first. */
export const DECISIONS: Readonly<Record<SuspicionKind, readonly Determination[]>> = {
  wrong_exit: ['wrong_exit', 'exit_confirmed'],
  omission: ['omission', 'no_omission'],
  wrong_inclusion: ['wrong_inclusion', 'inclusion_confirmed'],
}

/** Which question of a household a kind of suspicion asks. */
export function questionOfKind(kind: SuspicionKind): DeterminationQuestion {
  return kind === 'wrong_inclusion' ? 'inclusion' : 'suspicion'
}

/**
 * Every suspicion, worst first: by kind, then by how many criteria are unmet, then by how many persons it is about.
 * A household flagged as wrongly included is one; so is one that somebody determined as such without the flag.
 */
export function listSuspicions(
  rows: readonly HouseholdRow[],
  determinations: ReadonlyMap<string, HouseholdDeterminations>,
): readonly Suspicion[] {
  return rows
    .flatMap((row) => {
      const said = determinations.get(row.household.id)
      return kindsOf(row, said).map((kind): Suspicion => {
        const standing = said?.[questionOfKind(kind)] ?? { state: 'none' }
        const cleared = kind === 'wrong_inclusion' ? null : (row.summary?.cleared ?? null)
        const isRebutted = (said?.rebuttals.length ?? 0) > 0
        return {
          key: `${row.household.id} ${kind}`,
          kind,
          row,
          standing,
          state: clearingOf(cleared) ?? stateOf(standing),
          isRebutted,
          cleared,
        }
      })
    })
    .sort(
      (left, right) =>
        SUSPICION_KINDS.indexOf(left.kind) - SUSPICION_KINDS.indexOf(right.kind) ||
        unmetOf(right) - unmetOf(left) ||
        personsOf(right) - personsOf(left),
    )
}

function kindsOf(
  { summary }: HouseholdRow,
  said: HouseholdDeterminations | undefined,
): readonly SuspicionKind[] {
  const isIncluded =
    summary?.flags.includes('wrong_inclusion') === true ||
    (said !== undefined && said.inclusion.state !== 'none')
  const found = summary?.cleared?.before ?? summary?.conclusion
  return [
    ...(found === 'suspected_wrong_exit' ? (['wrong_exit'] as const) : []),
    ...(found === 'suspected_omission' ? (['omission'] as const) : []),
    ...(isIncluded ? (['wrong_inclusion'] as const) : []),
  ]
}

/** How a cleared suspicion stands; null where none was cleared, or it stands all the same. */
function clearingOf(cleared: ClearedSuspicion | null): 'second_look' | 'cleared' | null {
  if (cleared === null) return null
  if (cleared.secondLook === null) return 'second_look'
  return cleared.secondLook.agrees ? 'cleared' : null
}

function stateOf(standing: Standing): SuspicionState {
  switch (standing.state) {
    case 'none':
    case 'taken_back':
    case 'contested':
      return 'open'
    case 'unconfirmed':
      return 'decided'
    case 'final':
      return 'confirmed'
  }
}

/** How many criteria are unmet. */
export function unmetOf({ row }: Pick<Suspicion, 'row'>): number {
  const results = row.summary?.results ?? null
  return results === null ? 0 : CRITERIA.filter((criterion) => results[criterion] === 'unmet').length
}

function personsOf({ row }: Suspicion): number {
  return row.summary?.persons ?? 0
}
