import type { OpenedPackage, OpenedSegment } from '../../application/team/TeamPort'
import type { Change } from '../../domain/changes/Change'
import type { Result } from '../../domain/shared/Result'
import { decodeNatively } from '../folder/decodeNatively'

export interface OpenRequest {
  readonly nth: number
  readonly file: string
  readonly bytes: Uint8Array
  readonly identity: string
}

/** An opened package as a message between threads: changes as the lines they were read from, which are cheaper to transfer. */
export interface OpenReply {
  readonly nth: number
  readonly result: Result<Omit<OpenedPackage, 'segments'> & { readonly segments: readonly SegmentLines[] }>
}

interface SegmentLines extends Pick<OpenedSegment, 'segment'> {
  /** The lines of all its chunks, one after another. */
  readonly lines: Uint8Array<ArrayBuffer>
  /** Bytes of each chunk. */
  readonly lengths: readonly number[]
}

export function linesOf({ segment, chunks }: OpenedSegment): SegmentLines {
  const parts = chunks.map(({ bytes }) => bytes ?? new Uint8Array())
  const lengths = parts.map(({ length }) => length)
  const lines = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    lines.set(part, at)
    at += part.length
  }
  return { segment, lines, lengths }
}

/** Parses the lines into changes; what the other thread checked is not checked again. */
export function segmentOf({ segment, lines, lengths }: SegmentLines): OpenedSegment {
  let at = 0
  const chunks = lengths.map((length) => {
    const bytes = lines.subarray(at, (at += length))
    const changes = decodeNatively(bytes).split('\n').slice(0, -1)
    return { bytes, changes: changes.map((line) => JSON.parse(line) as Change) }
  })
  return { segment, chunks, changes: chunks.flatMap(({ changes }) => changes) }
}
