import type { UpdateRefusal } from '../../ipc-contract'
import { hashBytes } from '../../disk/copyBytes'
import type { ReadableFile } from '../../disk/openToRead'
import { isLaterVersion, isPreRelease } from './compareVersions'
import { readHead, type UpdateHead } from './updateFormat'
import type { UpdateManifest } from './UpdateManifest'

/** The laptop that an update must fit. */
export interface UpdateTarget {
  /** The publisher's public key in hex; null in a build that takes no updates. */
  readonly key: string | null
  /** Of the app that runs. */
  readonly version: string
  readonly platform: string
  readonly arch: string
  /** The oldest version of data that lies here; null where there is no project. */
  readonly oldestData: number | null
}

export type UpdateCheck =
  | { readonly kind: 'sound'; readonly head: UpdateHead }
  | { readonly kind: 'refused'; readonly refusal: UpdateRefusal }

/**
 * Checks a whole update file: who signed it, whether it fits this laptop, and every byte of the installer, of which no more than a
 * megabyte is held. `onRead`: bytes hashed so far. Throws the system's error where the file cannot be read.
 */
export async function checkUpdate(
  file: ReadableFile,
  target: UpdateTarget,
  onRead: (done: number, total: number) => void,
): Promise<UpdateCheck> {
  if (target.key === null) return refused({ code: 'update_no_key', details: {} })
  const reading = await readHead(file, target.key)
  if (reading.kind !== 'signed') return refused({ code: CODES[reading.kind], details: {} })
  const { manifest, installerAt } = reading.head
  const unfit = whyUnfit(manifest, target)
  if (unfit !== null) return refused(unfit)
  const { size, sha256 } = manifest.installer
  const span = { start: installerAt, end: installerAt + size }
  let done = 0
  const onPart = (bytes: number) => onRead((done += bytes), size)
  const isSound = (await file.size()) === span.end && (await hashBytes(file, span, onPart)) === sha256
  return isSound ? { kind: 'sound', head: reading.head } : refused({ code: 'update_altered', details: {} })
}

const CODES = {
  not_an_update: 'update_not_one',
  later_format: 'update_later_format',
  altered: 'update_altered',
  other_key: 'update_other_key',
} as const

function whyUnfit(manifest: UpdateManifest, here: UpdateTarget): UpdateRefusal | null {
  const { version, platform, arch, oldestData } = manifest
  if (platform !== here.platform || arch !== here.arch)
    return {
      code: 'update_other_system',
      details: { system: systemName(platform, arch), here: systemName(here.platform, here.arch) },
    }
  if (isPreRelease(version)) return { code: 'update_pre_release', details: { version } }
  if (!isLaterVersion(version, here.version))
    return { code: 'update_not_later', details: { version, here: here.version } }
  if (here.oldestData !== null && here.oldestData < oldestData)
    return { code: 'update_data_too_old', details: { version, needed: oldestData, found: here.oldestData } }
  return null
}

const SYSTEMS: Readonly<Record<string, string>> = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' }

function systemName(platform: string, arch: string): string {
  return `${SYSTEMS[platform] ?? platform} ${arch}`
}

function refused(refusal: UpdateRefusal): UpdateCheck {
  return { kind: 'refused', refusal }
}
