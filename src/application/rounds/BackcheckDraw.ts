import * as v from 'valibot'
import { BACKCHECK_METHOD, drawBackchecks, type BackcheckPlan } from '../../domain/rounds/drawBackchecks'
import { GENERATOR } from '../../domain/sampling/randomStream'

/** Everything that is needed to draw back-checks again, what was drawn, and who goes: the value of a change. */
export interface BackcheckDraw extends BackcheckPlan {
  readonly method: typeof BACKCHECK_METHOD
  readonly generator: typeof GENERATOR
  readonly checker: string
  /** Households in the order of their drawing. */
  readonly drawn: readonly string[]
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const DRAW = v.strictObject({
  method: v.literal(BACKCHECK_METHOD),
  generator: v.literal(GENERATOR),
  seed: v.string(),
  sharePercent: v.pipe(count, v.minValue(1), v.maxValue(100)),
  checker: v.string(),
  pools: v.array(
    v.strictObject({
      assessor: v.string(),
      interviewed: count,
      given: count,
      households: v.array(v.string()),
    }),
  ),
  drawn: v.array(v.string()),
})

/** A draw as a change has it; null where it is none that this version knows. */
export function parseBackcheckDraw(input: unknown): BackcheckDraw | null {
  const parsed = v.safeParse(DRAW, input)
  return parsed.success ? parsed.output : null
}

/** Whether its seed draws the very households that the record has. */
export function isDrawnAgain(draw: BackcheckDraw, digest: (text: string) => string): boolean {
  const again = drawBackchecks(draw, digest)
  return again.length === draw.drawn.length && again.every((id, index) => id === draw.drawn[index])
}
