import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * What journal records and bulk files are made of. Changes and roster blocks carry their opaque ids in the open and
 * their content sealed; a bulk frame names the file that holds the frames.
 */
export type Frame =
  | { readonly kind: 'changes'; readonly entity: string; readonly scope: string; readonly sealed: Uint8Array }
  | { readonly kind: 'block'; readonly document: string; readonly block: string; readonly sealed: Uint8Array }
  | { readonly kind: 'bulk'; readonly name: string }

const EMPTY = new Uint8Array()

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

/** Throws on bytes that are no frames: their record's checksum was right, so nobody but a newer version wrote them. */
export function decodeFrames(bytes: Uint8Array): readonly Frame[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const frames: Frame[] = []
  let at = 0
  const part = (): Uint8Array => {
    const end = at + 4 + view.getUint32(at, true)
    if (end > bytes.length) throw new Error('a frame runs over the end of its record')
    const found = bytes.subarray(at + 4, end)
    at = end
    return found
  }
  while (at < bytes.length) {
    const head: unknown = JSON.parse(new TextDecoder().decode(part()))
    frames.push(frameOf(head, part()))
  }
  return frames
}

function headOf(frame: Frame): readonly string[] {
  switch (frame.kind) {
    case 'changes':
      return ['changes', frame.entity, frame.scope]
    case 'block':
      return ['block', frame.document, frame.block]
    case 'bulk':
      return ['bulk', frame.name]
  }
}

function frameOf(head: unknown, body: Uint8Array): Frame {
  if (!Array.isArray(head) || !head.every((part) => typeof part === 'string'))
    throw new Error('a frame without a head')
  const [kind, first, second] = head as readonly string[]
  if (kind === 'changes' && first !== undefined && second !== undefined)
    return { kind, entity: first, scope: second, sealed: body }
  if (kind === 'block' && first !== undefined && second !== undefined)
    return { kind, document: first, block: second, sealed: body }
  if (kind === 'bulk' && first !== undefined) return { kind, name: first }
  throw new Error(`a frame of unknown kind ${kind}`)
}

function lengthBytes(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length, true)
  return length
}
