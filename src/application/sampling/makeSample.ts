import { METHOD } from '../../domain/sampling/DrawnSample'
import { drawSample } from '../../domain/sampling/drawSample'
import { frameText, type FrameHousehold } from '../../domain/sampling/Frame'
import { fault, planFaults } from '../../domain/sampling/planFaults'
import { GENERATOR } from '../../domain/sampling/randomStream'
import type { SamplingPlan } from '../../domain/sampling/SamplingPlan'
import type { Problem } from '../../domain/shared/Problem'
import { isMadeKey } from '../../domain/roster/isMadeKey'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { LOG_FORMAT, LOG_VERSION, type FrameRecord, type SampleLog } from './SampleLog'

export interface SamplingPorts {
  /** SHA-256 of a text, in hex. */
  readonly digest: (text: string) => string
  /** What the list's keys were made with. */
  readonly salt: string
}

export interface MadeSample {
  readonly log: SampleLog
  readonly warnings: readonly Problem[]
}

/**
 * Draws a sample of a list (see `frameOf`), with its log. Refused: see `drawSample`; and `sample_marked_unknown`,
 * `sample_visited_unknown`, where a list of keys is of another register altogether.
 */
export function makeSample(
  frame: readonly FrameHousehold[],
  plan: SamplingPlan,
  ports: SamplingPorts,
): Result<MadeSample> {
  const strange = strangeLists(frame, plan)
  if (strange.length > 0) return refusals(strange)
  const drawn = drawSample(frame, plan, ports.digest)
  if (!drawn.ok) return drawn
  return success({
    log: {
      format: LOG_FORMAT,
      version: LOG_VERSION,
      method: METHOD,
      generator: GENERATOR,
      frame: frameRecord(frame, ports),
      plan,
      result: drawn.value,
    },
    warnings: planFaults(frame, plan),
  })
}

/** Of a list with keys, and not one of them in the frame, nothing was understood: a draw would pass over all of it. */
function strangeLists(
  frame: readonly FrameHousehold[],
  { marked, visited }: SamplingPlan,
): readonly Problem[] {
  const ids = new Set(frame.map(({ id }) => id))
  const lists = [
    ['sample_marked_unknown', marked.households],
    ['sample_visited_unknown', visited.households],
  ] as const
  return lists
    .filter(([, keys]) => keys.length > 0 && !keys.some((key) => ids.has(key)))
    .map(([code, keys]) => fault(code, keys[0], { count: keys.length }))
}

/** A list as logs record it. */
export function frameRecord(frame: readonly FrameHousehold[], { digest, salt }: SamplingPorts): FrameRecord {
  return {
    hash: digest(frameText(frame)),
    households: frame.length,
    salt: frame.some(({ id }) => isMadeKey(id)) ? salt : null,
  }
}
