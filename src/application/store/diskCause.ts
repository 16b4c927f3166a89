/** Why a disk did not do what it was asked for, told apart as far as something else helps. */
export type DiskCause =
  | 'disk_full'
  | 'disk_read_only'
  | 'not_permitted'
  | 'in_use'
  | 'not_there'
  | 'path_too_long'
  | 'file_too_large'
  | 'disk_failing'
  | 'other'

/** By the names that systems (ENOSPC) and browsers' databases (QuotaExceededError) give; any other is `other`. */
const CAUSES: Readonly<Record<string, DiskCause>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  QuotaExceededError: 'disk_full',
  EROFS: 'disk_read_only',
  EACCES: 'not_permitted',
  EPERM: 'not_permitted',
  EBUSY: 'in_use',
  ETXTBSY: 'in_use',
  ENOENT: 'not_there',
  ENOTDIR: 'not_there',
  ENAMETOOLONG: 'path_too_long',
  EFBIG: 'file_too_large',
  EIO: 'disk_failing',
  ENXIO: 'disk_failing',
  ENODEV: 'disk_failing',
  ESTALE: 'disk_failing',
  EREMOTEIO: 'disk_failing',
  ETIMEDOUT: 'disk_failing',
  ENOTCONN: 'disk_failing',
  EHOSTDOWN: 'disk_failing',
  UNKNOWN: 'disk_failing',
  NotReadableError: 'disk_failing',
}

/** The cause behind a system's name for a refusal. */
export function diskCause(code: string): DiskCause {
  return CAUSES[code] ?? 'other'
}
