/// <reference lib="webworker" />
import { QualityDesk } from '../../application/team/qualityDesk'
import type { QualityThresholds } from '../../domain/quality/QualityLine'
import { digest } from '../crypto/digest'
import { instrumentOf } from '../resources/instruments'
import type { FoundLines, ToQualityWorker } from './qualityMessages'

/** Told at once: some milliseconds of copying. */
const TOLD_AT_ONCE = 500

const desk = new QualityDesk({ instrumentOf, digest })

/** Keeps the project's interviews, and looks through them, off the window's thread. */
self.onmessage = ({ data }: MessageEvent<ToQualityWorker>) => {
  if (data.kind === 'work') desk.take(data.work)
  else tell(data.question, data.thresholds)
}

function tell(question: number, thresholds: QualityThresholds): void {
  const lines = desk.find(thresholds)
  let start = 0
  do {
    const end = start + TOLD_AT_ONCE
    const part: FoundLines = { question, lines: lines.slice(start, end), isLast: end >= lines.length }
    self.postMessage(part)
    start = end
  } while (start < lines.length)
}
