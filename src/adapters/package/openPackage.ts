import type { OpenedPackage, OpenedSegment, PackageManifest } from '../../application/team/TeamPort'
import type { RosterPart } from '../../application/store/ProjectStore'
import type { Change } from '../../domain/changes/Change'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { DeviceId } from '../../domain/team/Segment'
import { unpackBounded } from '../archive/unpackBounded'
import { openWith } from '../crypto/ageSeal'
import { attachmentHash } from '../crypto/attachmentHash'
import { rosterHash } from '../crypto/rosterHash'
import { PORTABLE_WAYS, type BulkWays } from './bulkWays'
import { mostInside, openArchive } from './openArchive'
import { FOLDERS, presentIn, segmentsOfDevice, type ManifestFile } from './packageFile'
import { parseRoster } from './parseRoster'
import { parseSegment } from './segmentText'

/**
 * See `TeamPort.open`. Nothing inside is used before the sender's signature over the manifest is checked. A package that
 * exceeds a limit of the reader is refused by itself: the others are still read.
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
  const { manifest, files } = archive.value
  const segments: OpenedSegment[] = []
  const rosters: RosterPart[] = []
  const attachments = new Map<string, Uint8Array>()
  for (const { name, hash, present } of manifest.files) {
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
      const part = parseRoster(own)
      if (part === undefined || rosterHash(part.villages) !== hash) return refusal('roster_damaged', file)
      rosters.push(part)
    } else if (name === FOLDERS.attachments + hash) {
      if (attachmentHash(own) !== hash) return refusal('attachment_damaged', hash)
      attachments.set(hash, own)
    } else return refusal('package_damaged', file)
  }
  if (segments.length === 0) return refusal('package_empty', file)
  return success({ file, manifest: manifestOf(manifest), segments, rosters, attachments })
}

/**
 * The changes of the project in a package that a device signed, without opening the rest; empty where the package cannot be
 * opened. The package may come from any sender.
 */
export async function openProjectChangesOf(
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

function manifestOf({ kind, project, sender, recipients, made }: ManifestFile): PackageManifest {
  return { kind, project, sender, recipients, made }
}
