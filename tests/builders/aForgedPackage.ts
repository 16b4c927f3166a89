import { unzipSync, zipSync } from 'fflate'
import { openWith, sealTo } from '../../src/adapters/crypto/ageSeal'
import { signText } from '../../src/adapters/crypto/deviceKeys'
import { digest } from '../../src/adapters/crypto/digest'
import type { DeviceKeys } from '../../src/application/team/TeamPort'
import type { Change } from '../../src/domain/changes/Change'
import { splitChangeId } from '../../src/domain/changes/ChangeId'
import { chunkText, headerText, type SegmentHeader, type SignedSegment } from '../../src/domain/team/Segment'

export type Files = Record<string, Uint8Array>

/** The files inside a package, opened as the age tool and unzip would. */
export async function filesOf(bytes: Uint8Array, { identity }: DeviceKeys): Promise<Files> {
  const opened = await openWith(identity, bytes)
  if (opened.kind !== 'open') throw new Error(opened.kind)
  return unzipSync(opened.bytes)
}

/** The same package with other files inside, sealed again by somebody who has no more than the recipient's public half. */
export async function reseal(files: Files, { recipient }: DeviceKeys): Promise<Uint8Array> {
  return sealTo([recipient], zipSync(files))
}

/** The manifest changed, and signed again by a device. */
export function withManifest(
  files: Files,
  change: (words: Record<string, unknown>) => object,
  signer?: DeviceKeys,
): Files {
  const words = JSON.parse(textIn(files, 'manifest.json')) as Record<string, unknown>
  const text = JSON.stringify(change(words))
  const signature = signer === undefined ? textIn(files, 'manifest.sig') : signText(signer, text)
  return { ...files, 'manifest.json': encode(text), 'manifest.sig': encode(signature) }
}

/** A signed segment over a header, by any device. */
export function signedBy(keys: DeviceKeys, header: SegmentHeader): SignedSegment {
  const text = headerText(header)
  return { header, hash: digest(text), signature: signText(keys, text) }
}

/** The same package with one more segment, of one change, as an app that checks nothing would write it. */
export function withChange(files: Files, change: Change, keys: DeviceKeys): Files {
  const { replica, seq } = splitChangeId(change.id)
  const chunks = [{ from: seq, to: seq, hash: digest(chunkText([change])) }]
  const header = { device: keys.device, replica, from: seq, to: seq, previous: null, chunks }
  const segment = signedBy(keys, header)
  const name = `segments/${keys.device.slice(0, 16)}/${replica}-${seq}-${seq}.jsonl`
  const more = { ...files, [name]: encode(`${JSON.stringify(segment)}\n${chunkText([change])}`) }
  return withManifest(
    more,
    (words) => ({ ...words, files: [...(words['files'] as object[]), { name, hash: segment.hash }] }),
    keys,
  )
}

export function textIn(files: Files, name: string): string {
  return new TextDecoder().decode(files[name])
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Names of the segments of a device inside a package, in order. */
export function segmentNames(files: Files, { device }: DeviceKeys): readonly string[] {
  return Object.keys(files).filter((name) => name.startsWith(`segments/${device.slice(0, 16)}/`))
}
