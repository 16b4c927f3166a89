import * as v from 'valibot'
import {
  drawCheckSample,
  samplingsOfCheck,
  type CheckPlan,
  type CheckVillage,
} from '../../../domain/programmes/census/check/drawCheckSample'
import { METHOD, type DrawnSample } from '../../../domain/sampling/DrawnSample'
import { GENERATOR } from '../../../domain/sampling/randomStream'
import type { Sampling } from '../../../domain/sampling/Sampling'

/** Everything that is needed to draw a check again, what was drawn, and who goes where: the value of a change. */
export interface CheckDraw extends CheckPlan {
  readonly method: typeof METHOD
  readonly generator: typeof GENERATOR
  /** The enumerated households that it was drawn from. */
  readonly frame: readonly CheckVillage[]
  readonly drawn: readonly SentHousehold[]
}

export interface SentHousehold {
  readonly household: string
  readonly village: string
  readonly checker: string
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const DRAW = v.strictObject({
  method: v.literal(METHOD),
  generator: v.literal(GENERATOR),
  seed: v.string(),
  villages: count,
  households: count,
  frame: v.array(
    v.strictObject({ village: v.string(), township: v.string(), households: v.array(v.string()) }),
  ),
  drawn: v.array(v.strictObject({ household: v.string(), village: v.string(), checker: v.string() })),
})

/** A draw as a change has it; null where it is none that this version knows. */
export function parseCheckDraw(input: unknown): CheckDraw | null {
  const parsed = v.safeParse(DRAW, input)
  return parsed.success ? parsed.output : null
}

/** The same draw made once more: whether it has the very households of the record, and how each came into it. */
export function drawnAgain(
  draw: CheckDraw,
  digest: (text: string) => string,
): { readonly isSame: boolean; readonly samplings: ReadonlyMap<string, Sampling> } {
  const again = drawCheckSample(draw.frame, draw, digest)
  if (!again.ok) return { isSame: false, samplings: new Map() }
  const households = drawnIn(again.value).map(({ household }) => household)
  const isSame =
    households.length === draw.drawn.length &&
    draw.drawn.every(({ household }, at) => household === households[at])
  return { isSame, samplings: samplingsOfCheck(again.value) }
}

/** The households of a draw with their villages, in the order of their drawing. */
export function drawnIn({ strata }: DrawnSample): readonly Omit<SentHousehold, 'checker'>[] {
  return strata.flatMap(({ village, drawn }) =>
    drawn.map((household) => ({ household, village: village ?? '' })),
  )
}
