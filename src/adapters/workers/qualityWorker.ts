/// <reference lib="webworker" />
import { QualityDesk } from '../../application/team/desk/qualityDesk'
import type { QualityThresholds } from '../../domain/quality/QualityLine'
import { digest } from '../crypto/digest'
import { KNOWN_FORMS } from '../resources/instruments'
import type { FromQualityWorker, ToQualityWorker } from './qualityMessages'

/** Lines in one message: some milliseconds of copying. */
const LINES_AT_ONCE = 500

const desk = new QualityDesk({ ...KNOWN_FORMS, digest })

/** Keeps the project's interviews, and searches them off the window's thread. */
self.onmessage = ({ data }: MessageEvent<ToQualityWorker>) => {
  if (data.kind === 'work') post({ kind: 'read', read: desk.take(data.work) })
  else sendLines(data.question, data.thresholds)
}

function sendLines(question: number, thresholds: QualityThresholds): void {
  const lines = desk.find(thresholds)
  let start = 0
  do {
    const end = start + LINES_AT_ONCE
    post({ kind: 'found', question, lines: lines.slice(start, end), isLast: end >= lines.length })
    start = end
  } while (start < lines.length)
}

function post(message: FromQualityWorker): void {
  self.postMessage(message)
}
