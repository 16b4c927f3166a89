import * as v from 'valibot'
import type { OpenedPackage, OpenedSegment, PackageManifest } from '../../application/team/TeamPort'
import type { RosterPart } from '../../application/store/ProjectStore'
import type { Change } from '../../domain/changes/Change'
import { jsonLength } from '../../domain/shared/jsonLength'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { DeviceId } from '../../domain/team/Segment'
import { unpackBounded } from '../archive/unpackBounded'
import { openWith } from '../crypto/ageSeal'
import { attachmentHash } from '../crypto/attachmentHash'
import { isSignedBy } from '../crypto/deviceKeys'
import { isSoundPart, rosterHash } from '../crypto/rosterHash'
import {
  FOLDERS,
  FORMAT,
  MANIFEST,
  MANIFEST_FILE,
  presentIn,
  segmentsOfDevice,
  SIGNATURE,
  type ManifestFile,
} from './packageFile'
import { PORTABLE_WAYS, type BulkWays } from './bulkWays'
import { parseSegment } from './segmentText'
import { identityToRecipient } from 'age-encryption'

/** Changes as text pack to a tenth or a twentieth; what unpacks to more than this many times its size was made to. */
const MOST_TIMES_LARGER = 200
/** A small package may be all repetition. */
const ALWAYS_ALLOWED = 2 ** 20
/** The manifest of a hundred thousand files. What is larger is not even unpacked: whoever made it may be anybody. */
const LARGEST_MANIFEST = 2 ** 25
/** Characters of one household of a roster. */
const LONGEST_HOUSEHOLD = 2 ** 20
/** More than any team's package, and less than what would end the process instead of the merge. */
const LARGEST_BYTES = 1e9

/**
 * See `TeamPort.open`. Nothing inside is believed before the sender's signature over the manifest is checked. Whatever a package
 * does to its reader, it is that package that is refused: the others go on.
 */
export async function openPackage(
  file: string,
  bytes: Uint8Array,
  identity: string,
  ways: BulkWays = PORTABLE_WAYS,
): Promise<Result<OpenedPackage>> {
  try {
    return await openSound(file, bytes, identity, ways)
  } catch (error) {
    if (error instanceof RangeError) return refusal('package_damaged', file)
    throw error
  }
}

async function openSound(
  file: string,
  bytes: Uint8Array,
  identity: string,
  ways: BulkWays,
): Promise<Result<OpenedPackage>> {
  const archive = await openArchive(file, bytes, identity, ways)
  if (!archive.ok) return archive
  const { words, files } = archive.value
  const segments: OpenedSegment[] = []
  const rosters: RosterPart[] = []
  const attachments = new Map<string, Uint8Array>()
  for (const { name, hash, present } of words.files) {
    const own = files.get(name)
    if (own === undefined) return refusal('package_damaged', file)
    if (name.startsWith(FOLDERS.segments)) {
      const parsed = parseSegment(own, ways)
      if (!parsed.ok) return parsed
      if (parsed.value.segment.hash !== hash) return refusal('package_damaged', file)
      const { changes } = parsed.value
      if (present !== undefined && presentIn(changes).hash !== present.hash)
        return refusal('package_incomplete', file, { held: changes.length, said: present.changes })
      segments.push(parsed.value)
    } else if (name.startsWith(FOLDERS.rosters)) {
      const part = parseRoster(textOf(own))
      if (part === undefined || rosterHash(part.villages) !== hash) return refusal('roster_damaged', file)
      rosters.push(part)
    } else if (name === FOLDERS.attachments + hash) {
      if (attachmentHash(own) !== hash) return refusal('attachment_damaged', hash)
      attachments.set(hash, own)
    } else return refusal('package_damaged', file)
  }
  if (segments.length === 0) return refusal('package_empty', file)
  return success({ file, manifest: manifestOf(words), segments, rosters, attachments })
}

/**
 * What a device says of the project in a package, signed by it, without opening the rest; nothing where the package cannot be
 * opened. Any package with the lead's word in it will do, whoever sent it.
 */
export async function openWordOf(
  device: DeviceId,
  bytes: Uint8Array,
  identity: string,
  ways: BulkWays = PORTABLE_WAYS,
): Promise<readonly Change[]> {
  const opened = await openWith(identity, bytes)
  if (opened.kind !== 'open') return []
  const folder = segmentsOfDevice(device)
  const isWanted = (name: string): boolean => name.startsWith(folder)
  const unpacked = unpackBounded(opened.bytes, mostInside(bytes), isWanted, ways.inflate)
  if (unpacked.kind !== 'files') return []
  return [...unpacked.files.values()].flatMap((own) => {
    const parsed = parseSegment(own, ways)
    if (!parsed.ok || parsed.value.segment.header.device !== device) return []
    return parsed.value.changes.filter(({ entity }) => entity === 'project')
  })
}

function mostInside({ length }: Uint8Array): number {
  return Math.min(LARGEST_BYTES, Math.max(ALWAYS_ALLOWED, length * MOST_TIMES_LARGER))
}

type Files = ReadonlyMap<string, Uint8Array>

interface OpenArchive {
  readonly words: ManifestFile
  readonly files: Files
}

async function openArchive(
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
  const manifest = signed.value.get(MANIFEST)
  const signature = signed.value.get(SIGNATURE)
  if (manifest === undefined || signature === undefined) return refusal('package_unreadable', file)
  const words = parseManifest(textOf(manifest), file)
  if (!words.ok) return words
  const { sender, recipients, files: named } = words.value
  if (!isSignedBy(sender.device, textOf(manifest), textOf(signature)))
    return refusal('package_signature_bad', file)
  // Sealed anew for somebody whom its sender did not mean: the words are not for us.
  if (!recipients.includes(await identityToRecipient(identity))) return refusal('package_not_for_us', file)
  const rest = unpack(mostInside(bytes), (name) => !isManifest(name))
  if (!rest.ok) return rest
  if (named.length !== rest.value.size) return refusal('package_damaged', file)
  return success({ words: words.value, files: rest.value })
}

function parseManifest(text: string, file: string): Result<ManifestFile> {
  const words = parseJson(text)
  const newer = v.safeParse(v.object({ yihu: v.literal('package'), format: v.number() }), words)
  if (!newer.success) return refusal('package_unreadable', file)
  if (newer.output.format > FORMAT) return refusal('package_newer', file)
  const parsed = v.safeParse(MANIFEST_FILE, words)
  return parsed.success ? success(parsed.output) : refusal('package_damaged', file)
}

function manifestOf({ kind, project, sender, recipients, made }: ManifestFile): PackageManifest {
  return { kind, project, sender, recipients, made }
}

const VILLAGES = v.array(
  v.strictObject({ village: v.string(), digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
)

function parseRoster(text: string): RosterPart | undefined {
  const [first, ...others] = text.split('\n').slice(0, -1).map(parseJson)
  const villages = v.safeParse(VILLAGES, first)
  const present = v.safeParse(
    v.array(v.strictObject({ village: v.string(), households: v.array(v.looseObject({ id: v.string() })) })),
    others,
  )
  if (!villages.success || !present.success) return undefined
  const households = present.output.flatMap((each) => each.households)
  if (households.some((household) => jsonLength(household) > LONGEST_HOUSEHOLD)) return undefined
  // The hash, which the lead's signed change names, tells that it is the lead's roster: its households are as the lead read them.
  const part = { villages: villages.output, present: present.output as unknown as RosterPart['present'] }
  return isSoundPart(part) ? part : undefined
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
