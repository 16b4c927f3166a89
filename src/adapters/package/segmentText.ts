import * as v from 'valibot'
import { validateChange } from '../../domain/changes/validateChange'
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

/** SHA-256 of a text, in hex: the terminal has a faster one than the browser. */
export type HashText = (text: string) => string

/** A segment as a package holds it: its signed header on the first line, then a line for each change that came along. */
export function segmentFileText({ segment, changes }: SegmentPart): string {
  return `${JSON.stringify(segment)}\n${chunkText(changes)}`
}

/**
 * A segment out of its text. Refused: `segment_damaged` (a chunk is not what the header says), `segment_signature_bad`,
 * `replica_of_another` (the changes bear numbers of another device's), `change_invalid`.
 */
export function parseSegment(text: string, hash: HashText = digest): Result<SegmentPart> {
  const lines = text.split('\n')
  const segment = parseSigned(lines[0] ?? '')
  if (segment === undefined || lines.at(-1) !== '') return refusal('segment_damaged')
  const trusted = checkSigned(segment)
  if (!trusted.ok) return trusted
  const changes: Change[] = []
  for (let at = 1; at < lines.length - 1; at++) {
    const line = lines[at] ?? ''
    const checked = parseChange(line)
    if (!checked.ok) return checked
    changes.push(checked.value)
  }
  return hasSoundChunks(segment, changes, hash) ? success({ segment, changes }) : refusal('segment_damaged')
}

/** A signed segment's own words: undefined where they are none. */
export function parseSigned(text: string): SignedSegment | undefined {
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
 * Whether the changes are some of the segment's chunks, whole and in order, and each text is the one that was hashed. The
 * text is made anew from what was read: a store that keeps the changes alone can pass them on under the same signature.
 */
function hasSoundChunks({ header }: SignedSegment, changes: readonly Change[], hash: HashText): boolean {
  let at = 0
  for (const chunk of header.chunks) {
    if (at >= changes.length) break
    const own = changes.slice(at, at + chunk.to - chunk.from + 1)
    if (!isOfChunk(own, header.replica, chunk)) continue
    if (hash(chunkText(own)) !== chunk.hash) return false
    at += own.length
  }
  return at === changes.length
}
