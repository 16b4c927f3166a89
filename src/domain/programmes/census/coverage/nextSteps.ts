/** When something counts as having come to a stop, in days, and how many areas a line names. */
export interface CoverageLimits {
  readonly daysWithoutVisit: number
  readonly daysWithoutPackage: number
  readonly villagesNamed: number
}

/** A village as the next steps see it. */
export interface VillageStanding {
  readonly village: string
  /** Households that somebody has to go to. */
  readonly open: number
  /** Questions of its form without an answer. */
  readonly unanswered: number
  readonly isClosed: boolean
  /** Interviews that were sent back and are not dealt with. */
  readonly returned: number
  /** ISO instant of the last change in it; null before any. */
  readonly lastAt: string | null
}

/** A laptop of the team that sends packages. */
export interface LaptopStanding {
  readonly names: readonly string[]
  /** ISO instant; null: never. */
  readonly lastSent: string | null
}

export const STEP_KINDS = [
  'returned',
  'closed_open',
  'most_open',
  'form_missing',
  'to_close',
  'idle',
  'no_package',
] as const

/** What is to be done, with what it concerns: villages, or people. `count` of households, questions, or laptops. */
export interface NextStep {
  readonly kind: (typeof STEP_KINDS)[number]
  readonly count: number
  /** The villages, those with most first; of `no_package` the people. */
  readonly names: readonly string[]
}

/**
 * What to do next, in the order in which it is to be done: interviews that were sent back; closed villages with open households;
 * the villages with most open; forms that are missing; villages that can be closed; villages with open households where nobody
 * was for days; laptops of which nothing came for days.
 */
export function nextSteps(
  villages: readonly VillageStanding[],
  laptops: readonly LaptopStanding[],
  limits: CoverageLimits,
  now: string,
): readonly NextStep[] {
  const open = villages.filter(({ isClosed }) => !isClosed)
  const isIdle = ({ open: count, lastAt }: VillageStanding): boolean =>
    count > 0 && lastAt !== null && daysBetween(lastAt, now) >= limits.daysWithoutVisit
  const silent = laptops.filter(
    ({ lastSent }) => lastSent === null || daysBetween(lastSent, now) >= limits.daysWithoutPackage,
  )
  const about = (kind: NextStep['kind'], among: readonly VillageStanding[], of: Count) =>
    stepOf(kind, among, of, limits)
  return [
    about('returned', villages, ({ returned }) => returned),
    about('closed_open', villages, (each) => (each.isClosed ? each.open : 0)),
    about('most_open', open, (each) => each.open),
    about('form_missing', open, (each) => (each.unanswered > 0 ? 1 : 0)),
    about('to_close', open, (each) => (each.open === 0 && each.unanswered === 0 ? 1 : 0)),
    about('idle', open, (each) => (isIdle(each) ? 1 : 0)),
    { kind: 'no_package', count: silent.length, names: silent.flatMap(({ names }) => names) } as const,
  ].filter(({ count }) => count > 0)
}

type Count = (village: VillageStanding) => number

function stepOf(
  kind: NextStep['kind'],
  villages: readonly VillageStanding[],
  countOf: Count,
  { villagesNamed }: CoverageLimits,
): NextStep {
  const counted = villages
    .map((each) => ({ village: each.village, count: countOf(each) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
  return {
    kind,
    count: counted.reduce((sum, { count }) => sum + count, 0),
    names: counted.slice(0, villagesNamed).map(({ village }) => village),
  }
}

/** Full days from one instant to another. */
function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
