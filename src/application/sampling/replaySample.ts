import { canonicalText } from '../../domain/changes/canonicalText'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { frameRecord, makeSample, type SamplingPorts } from './makeSample'
import type { SampleLog } from './SampleLog'

/**
 * Draws a logged sample again from its list. Refused: `sample_frame_differs` (another list, or keys made with another
 * salt), `sample_replay_differs` (the list and the plan draw others than the log has: it was altered).
 */
export function replaySample(
  log: SampleLog,
  households: readonly RosterHousehold[],
  ports: SamplingPorts,
): Result<SampleLog> {
  const frame = frameRecord(households, ports)
  if (frame.hash !== log.frame.hash) {
    const [recorded, found] = [log.frame.households, frame.households]
    return refusal('sample_frame_differs', frame.hash, { recorded, found, hash: log.frame.hash })
  }
  const made = makeSample(households, log.plan, ports)
  if (!made.ok) return made
  const isSame = canonicalText(made.value.log.result) === canonicalText(log.result)
  return isSame ? success(made.value.log) : refusal('sample_replay_differs')
}
