import * as v from 'valibot'
import { validateChange } from '../../domain/changes/validateChange'
import type { OpenedChunk, OpenedSegment } from '../../application/team/TeamPort'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Change } from '../../domain/changes/Change'
import {
  chunkText,
  headerText,
  isOfChunk,
  isWholeRun,
  type SegmentPart,
  type SignedSegment,
} from '../../domain/team/Segment'
import { isReplicaOf, isSignedBy } from '../crypto/deviceKeys'
import { digest } from '../crypto/digest'
import type { BulkWays } from './bulkWays'

const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)))
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const SIGNED = v.strictObject({
  header: v.strictObject({
    device: hex(64),
    replica: hex(32),
    from: number,
    to: number,
    previous: v.nullable(hex(64)),
    chunks: v.array(v.strictObject({ from: number, to: number, hash: hex(64) })),
  }),
  hash: hex(64),
  signature: hex(128),
})

/** A segment as a package holds it: its signed header on the first line, then a line for each change that came along. */
export function segmentFileText({ segment, changes }: SegmentPart): string {
  return `${JSON.stringify(segment)}\n${chunkText(changes)}`
}

/**
 * Parses a segment. Refused: `segment_damaged` (a chunk does not match the header), `segment_signature_bad`,
 * `replica_of_another` (the changes have another device's numbers), `change_invalid`.
 */
export function parseSegment(bytes: Uint8Array, ways: BulkWays): Result<OpenedSegment> {
  let segment: SignedSegment | undefined
  const changes: Change[] = []
  if (bytes.at(-1) !== NEWLINE) return refusal('segment_damaged')
  for (const line of linesIn(bytes, ways)) {
    if (segment === undefined) {
      segment = parseSigned(line)
      if (segment === undefined) return refusal('segment_damaged')
      const trusted = checkSigned(segment)
      if (!trusted.ok) return trusted
      continue
    }
    const checked = parseChange(line)
    if (!checked.ok) return checked
    changes.push(checked.value)
  }
  if (segment === undefined) return refusal('segment_damaged')
  const chunks = soundChunks(segment, changes, ways)
  return chunks === null ? refusal('segment_damaged') : success({ segment, changes, chunks })
}

const NEWLINE = 10
/** Bytes decoded at once: allocating a whole package as one text takes longer than reading it. */
const PORTION = 2 ** 16

function* linesIn(bytes: Uint8Array, { decode }: BulkWays): Generator<string> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, Math.min(from + PORTION, bytes.length - 1)) + 1
    yield* decode(bytes.subarray(from, end - 1)).split('\n')
    from = end
  }
}

/** Parses a signed segment's header line; undefined where it is invalid. */
function parseSigned(text: string): SignedSegment | undefined {
  try {
    const parsed = v.safeParse(SIGNED, JSON.parse(text))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

function checkSigned({ header, hash, signature }: SignedSegment): Result<null> {
  const text = headerText(header)
  if (!isWholeRun(header) || digest(text) !== hash) return refusal('segment_damaged')
  if (!isSignedBy(header.device, text, signature)) return refusal('segment_signature_bad', header.device)
  return isReplicaOf(header.device, header.replica)
    ? success(null)
    : refusal('replica_of_another', header.device)
}

function parseChange(line: string): Result<Change> {
  try {
    const parsed: unknown = JSON.parse(line)
    return validateChange(parsed)
  } catch {
    return refusal('change_invalid', null, { field: '' })
  }
}

/**
 * The changes by the segment's chunks; null unless they are some of these, complete and in order, and each text has the signed
 * hash. The text is written again from the parsed changes, so that a store of changes can pass them on under the same signature.
 */
function soundChunks(
  { header }: SignedSegment,
  changes: readonly Change[],
  ways: BulkWays,
): readonly OpenedChunk[] | null {
  const chunks: OpenedChunk[] = []
  let at = 0
  for (const chunk of header.chunks) {
    if (at >= changes.length) break
    const own = changes.slice(at, at + chunk.to - chunk.from + 1)
    if (!isOfChunk(own, header.replica, chunk)) continue
    const { hash, bytes } = ways.hash(chunkText(own))
    if (hash !== chunk.hash) return null
    chunks.push({ changes: own, bytes })
    at += own.length
  }
  return at === changes.length ? chunks : null
}
