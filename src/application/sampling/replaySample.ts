import { canonicalText } from '../../domain/changes/canonicalText'
import { drawSample } from '../../domain/sampling/drawSample'
import type { FrameHousehold } from '../../domain/sampling/Frame'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { frameRecord, type SamplingPorts } from './makeSample'
import type { SampleLog } from './SampleLog'

/**
 * Draws a logged sample again from its list. Refused: `sample_frame_differs` (another list, or keys made with another
 * salt), `sample_replay_differs` (the list and the plan draw others than the log has: it was altered).
 */
export function replaySample(
  log: SampleLog,
  frame: readonly FrameHousehold[],
  ports: SamplingPorts,
): Result<SampleLog> {
  const record = frameRecord(frame, ports)
  if (record.hash !== log.frame.hash) {
    const [recorded, found] = [log.frame.households, record.households]
    return refusal('sample_frame_differs', record.hash, { recorded, found, hash: log.frame.hash })
  }
  const drawn = drawSample(frame, log.plan, ports.digest)
  if (!drawn.ok) return drawn
  const isSame = canonicalText(drawn.value) === canonicalText(log.result)
  return isSame ? success(log) : refusal('sample_replay_differs')
}
