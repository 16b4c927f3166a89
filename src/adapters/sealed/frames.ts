import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The parts of journal records and bulk files. Changes and roster blocks have unsealed opaque ids and
 * sealed content; a bulk frame names the file that holds the frames.
 */
export type Frame =
  | { readonly kind: 'changes'; readonly entity: string; readonly scope: string; readonly sealed: Uint8Array }
  | { readonly kind: 'block'; readonly document: string; readonly block: string; readonly sealed: Uint8Array }
  | { readonly kind: 'bulk'; readonly name: string }
  /** A record's sealed position in the chain; always its first frame. */
  | { readonly kind: 'chain'; readonly sealed: Uint8Array }

const EMPTY = new Uint8Array()
const LENGTH_BYTES = 4
const BULK_NAME = /^[0-9a-f]{32}$/

/** Frames one after another: length of head, head (a JSON list), length of body, body; lengths are 32-bit little-endian. */
export function encodeFrames(frames: readonly Frame[]): Uint8Array {
  return concatBytes(
    ...frames.flatMap((frame) => {
      const head = utf8ToBytes(JSON.stringify(headOf(frame)))
      const body = frame.kind === 'bulk' ? EMPTY : frame.sealed
      return [lengthBytes(head), head, lengthBytes(body), body]
    }),
  )
}

/** Throws unless all the bytes are frames. */
export function decodeFrames(bytes: Uint8Array): readonly Frame[] {
  const { frames, isWhole } = readFrames(bytes)
  if (!isWhole) throw new Error('not frames to the end')
  return frames
}

/** The frames before the first invalid byte: an attacker who alters a record cannot hide its valid part. */
export function readFrames(bytes: Uint8Array): {
  readonly frames: readonly Frame[]
  readonly isWhole: boolean
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const frames: Frame[] = []
  let at = 0
  const part = (): Uint8Array | undefined => {
    const start = at + LENGTH_BYTES
    if (start > bytes.length) return undefined
    at = start + view.getUint32(start - LENGTH_BYTES, true)
    return at > bytes.length ? undefined : bytes.subarray(start, at)
  }
  while (at < bytes.length) {
    const [head, body] = [part(), part()]
    const frame = head && body && frameOf(jsonIn(head), body)
    if (frame === undefined) return { frames, isWhole: false }
    frames.push(frame)
  }
  return { frames, isWhole: true }
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function headOf(frame: Frame): readonly string[] {
  switch (frame.kind) {
    case 'changes':
      return ['changes', frame.entity, frame.scope]
    case 'block':
      return ['block', frame.document, frame.block]
    case 'bulk':
      return ['bulk', frame.name]
    case 'chain':
      return ['chain']
  }
}

function frameOf(head: unknown, body: Uint8Array): Frame | undefined {
  if (!Array.isArray(head) || !head.every((part) => typeof part === 'string')) return undefined
  const [kind, first, second] = head as readonly string[]
  if (kind === 'changes' && first !== undefined && second !== undefined)
    return { kind, entity: first, scope: second, sealed: body }
  if (kind === 'block' && first !== undefined && second !== undefined)
    return { kind, document: first, block: second, sealed: body }
  if (kind === 'chain') return { kind, sealed: body }
  if (kind === 'bulk' && first !== undefined && BULK_NAME.test(first)) return { kind, name: first }
  return undefined
}

function lengthBytes(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(LENGTH_BYTES)
  new DataView(length.buffer).setUint32(0, bytes.length, true)
  return length
}
