/// <reference lib="webworker" />
import { QualityDesk } from '../../application/team/desk/qualityDesk'
import type { QualityThresholds } from '../../domain/quality/QualityLine'
import { digest } from '../crypto/digest'
import { KNOWN_FORMS } from '../resources/instruments'
import type { FromQualityWorker, ToQualityWorker } from './qualityMessages'

/** Told at once: some milliseconds of copying. */
const TOLD_AT_ONCE = 500

const desk = new QualityDesk({ ...KNOWN_FORMS, digest })

/** Keeps the project's interviews, and looks through them, off the window's thread. */
self.onmessage = ({ data }: MessageEvent<ToQualityWorker>) => {
  if (data.kind === 'work') post({ kind: 'read', read: desk.take(data.work) })
  else tell(data.question, data.thresholds)
}

function tell(question: number, thresholds: QualityThresholds): void {
  const lines = desk.find(thresholds)
  let start = 0
  do {
    const end = start + TOLD_AT_ONCE
    post({ kind: 'found', question, lines: lines.slice(start, end), isLast: end >= lines.length })
    start = end
  } while (start < lines.length)
}

function post(message: FromQualityWorker): void {
  self.postMessage(message)
}
