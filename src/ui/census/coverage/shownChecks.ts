import { CHECK_TIERS, type CheckLine } from '../../../application/census/checks/checkLines'
import type { CheckTier } from '../../../domain/instrument/Instrument'
import { groupBy } from '../../../domain/shared/groupBy'

export const CHECK_SORTS = ['tier', 'check', 'area'] as const

/** Where one is among the findings; empty texts stand for all. */
export interface ChecksPlace {
  check: string
  tier: CheckTier | ''
  area: string
  sort: (typeof CHECK_SORTS)[number]
  selected: number
  scrollTop: number
}

export const FIRST_CHECKS: ChecksPlace = {
  check: '',
  tier: '',
  area: '',
  sort: 'tier',
  selected: 0,
  scrollTop: 0,
}

/** A check with how often it holds. */
export interface CountedCheck {
  readonly check: string
  readonly first: CheckLine
  readonly count: number
}

/** The lines of a tier and an area, by check, those of the gravest tier first, each with most first. */
export function countedChecks(
  lines: readonly CheckLine[],
  { tier, area }: Pick<ChecksPlace, 'tier' | 'area'>,
): readonly CountedCheck[] {
  const among = lines.filter((line) => isOf(line, { tier, area }))
  return [...groupBy(among, ({ check }) => check)]
    .map(([check, own]) => ({ check, first: own[0] as CheckLine, count: own.length }))
    .sort(
      (one, other) =>
        CHECK_TIERS.indexOf(one.first.tier) - CHECK_TIERS.indexOf(other.first.tier) ||
        other.count - one.count,
    )
}

/** The lines that are shown, in their order. Lines come with the gravest first, and stay so among equals. */
export function shownLines(
  lines: readonly CheckLine[],
  { check, tier, area, sort }: Omit<ChecksPlace, 'selected' | 'scrollTop'>,
): readonly CheckLine[] {
  const shown = lines.filter((line) => isOf(line, { tier, area }) && (check === '' || line.check === check))
  if (sort === 'tier') return shown
  // Compared by code points: order matters only so that equals stand together.
  return shown.sort((one, other) => (one[sort] < other[sort] ? -1 : one[sort] > other[sort] ? 1 : 0))
}

function isOf(line: CheckLine, { tier, area }: Pick<ChecksPlace, 'tier' | 'area'>): boolean {
  return (tier === '' || line.tier === tier) && (area === '' || line.area === area)
}
