import { zipSync } from 'fflate'
import * as v from 'valibot'
import { PACKAGE_KINDS, type DeviceKeys, type PackageContent } from '../../application/team/TeamPort'
import type { Change } from '../../domain/changes/Change'
import { KnownChanges } from '../../domain/changes/KnownChanges'
import type { DeviceId } from '../../domain/team/Segment'
import { signText } from '../crypto/deviceKeys'
import { digest } from '../crypto/digest'
import { rosterHash } from '../crypto/rosterHash'
import { sealTo } from '../crypto/ageSeal'
import { segmentFileText } from './segmentText'

export const FORMAT = 1
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'

const text = v.pipe(v.string(), v.minLength(1))
const hex = (digits: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${digits}}$`)))

const PRESENT = v.object({
  /** How many. */
  changes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** SHA-256 of `presentText`. */
  hash: hex(64),
})

/** `manifest.json`: sender, recipients and project of a package, and the list of its files. */
export const MANIFEST_FILE = v.object({
  yihu: v.literal('package'),
  format: v.literal(FORMAT),
  kind: v.picklist(PACKAGE_KINDS),
  project: v.object({ id: hex(32), title: v.string() }),
  sender: v.object({ device: hex(64), recipient: text, names: v.array(text) }),
  recipients: v.array(text),
  made: text,
  /**
   * A segment's hash is that of its header, a roster's that of its villages' digests, an attachment's that of its bytes. `present`
   * lists which changes of a segment are included; packages of earlier editions lack it.
   */
  files: v.array(v.object({ name: text, hash: hex(64), present: v.optional(PRESENT) })),
})

export type ManifestFile = v.InferOutput<typeof MANIFEST_FILE>

/** Kinds of files inside a package, by folder. */
export const FOLDERS = { segments: 'segments/', rosters: 'rosters/', attachments: 'attachments/' } as const

/** The changes of a segment in a package: the signature covers it, so that no recipient can remove some and seal the package again. */
export function presentIn(changes: readonly Change[]): v.InferOutput<typeof PRESENT> {
  return { changes: changes.length, hash: digest(presentText(changes)) }
}

/** The numbers of the changes as runs, a line each: `1 40`. */
function presentText(changes: readonly Change[]): string {
  const known = new KnownChanges()
  for (const change of changes) known.addChange(change)
  return known
    .replicas()
    .flatMap((replica) => known.rangesOf(replica).map(([first, last]) => `${first} ${last}\n`))
    .join('')
}

interface PackedPart {
  readonly hash: string
  readonly bytes: Uint8Array
  readonly present?: v.InferOutput<typeof PRESENT>
}

/** Folder of a device's segments: they can be read without unpacking the rest. */
export function segmentsOfDevice(device: DeviceId): string {
  return `${FOLDERS.segments}${device.slice(0, 16)}/`
}

/** Package, zip archive inside, sealed to the manifest's recipients: `docs/formats.md`. */
export function writePackage(content: PackageContent, keys: DeviceKeys): Promise<Uint8Array> {
  const { manifest, segments, rosters, attachments } = content
  const encoder = new TextEncoder()
  const parts = new Map<string, PackedPart>()
  for (const part of segments) {
    const { header, hash } = part.segment
    const name = `${segmentsOfDevice(header.device)}${header.replica}-${header.from}-${header.to}.jsonl`
    parts.set(name, { hash, bytes: encoder.encode(segmentFileText(part)), present: presentIn(part.changes) })
  }
  for (const part of rosters) {
    const hash = rosterHash(part.villages)
    const lines = [part.villages, ...part.present].map((each) => `${JSON.stringify(each)}\n`)
    parts.set(`${FOLDERS.rosters}${hash}.jsonl`, { hash, bytes: encoder.encode(lines.join('')) })
  }
  for (const [hash, bytes] of attachments) parts.set(FOLDERS.attachments + hash, { hash, bytes })
  const files = [...parts].map(([name, { hash, present }]) => ({ name, hash, ...(present && { present }) }))
  const file: ManifestFile = {
    yihu: 'package',
    format: FORMAT,
    ...manifest,
    sender: { ...manifest.sender, names: [...manifest.sender.names] },
    recipients: [...manifest.recipients],
    files,
  }
  const manifestText = `${JSON.stringify(file, null, 1)}\n`
  const signature = signText(keys, manifestText)
  return sealTo(manifest.recipients, zipOf(manifestText, signature, parts))
}

/** The same content gives the same bytes: no time of packing is stored. Pictures are compressed already. */
function zipOf(
  manifest: string,
  signature: string,
  parts: ReadonlyMap<string, { readonly bytes: Uint8Array }>,
): Uint8Array {
  const encoder = new TextEncoder()
  const entries = [...parts].map(([name, { bytes }]) => {
    const level = name.startsWith(FOLDERS.attachments) ? 0 : 6
    return [name, [bytes, { level }]] as const
  })
  return zipSync(
    {
      [MANIFEST]: encoder.encode(manifest),
      [SIGNATURE]: encoder.encode(signature),
      ...Object.fromEntries(entries),
    } as Parameters<typeof zipSync>[0],
    { mtime: '1980-01-01T00:00:00', level: 6 },
  )
}
