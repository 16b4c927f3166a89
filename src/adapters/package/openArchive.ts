import { identityToRecipient } from 'age-encryption'
import * as v from 'valibot'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { unpackBounded } from '../archive/unpackBounded'
import { openWith } from '../crypto/ageSeal'
import { isSignedBy } from '../crypto/deviceKeys'
import type { BulkWays } from './bulkWays'
import { FORMAT, MANIFEST, MANIFEST_FILE, SIGNATURE, type ManifestFile } from './packageFile'

/** Changes as text pack to a tenth or a twentieth; a package that unpacks to more than this many times its size is an attack. */
const MOST_TIMES_LARGER = 200
/** A small package may be all repetition. */
const ALWAYS_ALLOWED = 2 ** 20
/** Size of a manifest of a hundred thousand files. A larger one is not unpacked: its sender is not verified yet. */
const LARGEST_MANIFEST = 2 ** 25
/** More than any team's package, and less than what would exhaust the memory of the process. */
const LARGEST_BYTES = 1e9

type Files = ReadonlyMap<string, Uint8Array>

/** The files of a package, with the signed manifest that names them. */
interface OpenArchive {
  readonly manifest: ManifestFile
  readonly files: Files
}

/** Unseals and unpacks a package, and checks the sender's signature over its manifest before the rest is unpacked. */
export async function openArchive(
  file: string,
  bytes: Uint8Array,
  identity: string,
  { inflate }: BulkWays,
): Promise<Result<OpenArchive>> {
  const opened = await openWith(identity, bytes)
  if (opened.kind === 'not_for_us') return refusal('package_not_for_us', file)
  if (opened.kind !== 'open') return refusal(`package_${opened.kind}`, file)
  const unpack = (limit: number, isWanted: (name: string) => boolean): Result<Files> => {
    const unpacked = unpackBounded(opened.bytes, limit, isWanted, inflate)
    if (unpacked.kind === 'files') return success(unpacked.files)
    if (unpacked.kind === 'damaged') return refusal('package_damaged', file)
    const megabytes = { megabytes: Math.ceil(unpacked.bytes / 1e6), limit: Math.ceil(limit / 1e6) }
    return refusal('package_too_large', file, megabytes)
  }
  const isManifest = (name: string): boolean => name === MANIFEST || name === SIGNATURE
  const signed = unpack(Math.min(LARGEST_MANIFEST, mostInside(bytes)), isManifest)
  if (!signed.ok) return signed
  const [text, signature] = [signed.value.get(MANIFEST), signed.value.get(SIGNATURE)]
  if (text === undefined || signature === undefined) return refusal('package_unreadable', file)
  const manifest = parseManifest(textOf(text), file)
  if (!manifest.ok) return manifest
  const { sender, recipients, files: named } = manifest.value
  if (!isSignedBy(sender.device, textOf(text), textOf(signature)))
    return refusal('package_signature_bad', file)
  // Sealed again by somebody else, for a reader whom the sender did not choose.
  if (!recipients.includes(await identityToRecipient(identity))) return refusal('package_not_for_us', file)
  const rest = unpack(mostInside(bytes), (name) => !isManifest(name))
  if (!rest.ok) return rest
  if (named.length !== rest.value.size) return refusal('package_damaged', file)
  return success({ manifest: manifest.value, files: rest.value })
}

function parseManifest(text: string, file: string): Result<ManifestFile> {
  const content = parseJson(text)
  const newer = v.safeParse(v.object({ yihu: v.literal('package'), format: v.number() }), content)
  if (!newer.success) return refusal('package_unreadable', file)
  if (newer.output.format > FORMAT) return refusal('package_newer', file)
  const parsed = v.safeParse(MANIFEST_FILE, content)
  return parsed.success ? success(parsed.output) : refusal('package_damaged', file)
}

/** Bytes that a package of this size may unpack to. */
export function mostInside({ length }: Uint8Array): number {
  return Math.min(LARGEST_BYTES, Math.max(ALWAYS_ALLOWED, length * MOST_TIMES_LARGER))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
