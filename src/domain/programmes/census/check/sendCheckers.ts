/** Households of one village that somebody has to go to. */
export interface VillageToCheck {
  readonly village: string
  readonly households: readonly string[]
}

/** Who goes where, by household; and the households that nobody may go to. */
export interface SentCheckers {
  readonly sent: ReadonlyMap<string, string>
  readonly nobody: readonly string[]
}

/**
 * Sends one checker to a village wherever one may go to all of it, otherwise as few as possible; of several, whoever has fewest
 * households so far, then whoever stands first. `mayGo`: false where the person answered in the household.
 */
export function sendCheckers(
  villages: readonly VillageToCheck[],
  checkers: readonly string[],
  mayGo: (checker: string, household: string) => boolean,
): SentCheckers {
  const sent = new Map<string, string>()
  const loads = new Map(checkers.map((checker) => [checker, 0]))
  const nobody: string[] = []
  for (const { households } of villages) {
    let left = households
    while (left.length > 0) {
      const [checker, own] = bestOf(loads, left, mayGo)
      if (checker === undefined) {
        nobody.push(...left)
        break
      }
      for (const household of own) sent.set(household, checker)
      loads.set(checker, (loads.get(checker) ?? 0) + own.length)
      const gone = new Set(own)
      left = left.filter((household) => !gone.has(household))
    }
  }
  return { sent, nobody }
}

/** Who may go to most of these households, and to which. */
function bestOf(
  loads: ReadonlyMap<string, number>,
  households: readonly string[],
  mayGo: (checker: string, household: string) => boolean,
): readonly [checker: string | undefined, own: readonly string[]] {
  const [best] = [...loads]
    .map(([checker, load]) => ({ checker, load, own: households.filter((each) => mayGo(checker, each)) }))
    .filter(({ own }) => own.length > 0)
    .toSorted((left, right) => right.own.length - left.own.length || left.load - right.load)
  return [best?.checker, best?.own ?? []]
}
