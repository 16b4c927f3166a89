/// <reference lib="webworker" />
import { makeSample } from '../../application/sampling/makeSample'
import type { FrameHousehold } from '../../domain/sampling/Frame'
import type { SamplingPlan } from '../../domain/sampling/SamplingPlan'
import { digest } from '../crypto/digest'

export interface SampleRequest {
  readonly frame: readonly FrameHousehold[]
  readonly plan: SamplingPlan
  /** The salt of the list's keys. */
  readonly salt: string
}

/** Draws off the window's thread: sorting and hashing a whole county takes seconds. */
self.onmessage = ({ data: { frame, plan, salt } }: MessageEvent<SampleRequest>) => {
  self.postMessage(makeSample(frame, plan, { digest, salt }))
}
