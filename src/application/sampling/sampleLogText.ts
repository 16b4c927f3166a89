import type { SampleLog } from './SampleLog'

/** A log as a file's text: fields in the documented order. */
export function sampleLogText(log: SampleLog): string {
  return `${JSON.stringify(log, null, 1)}\n`
}
