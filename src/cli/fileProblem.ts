import { FileTrouble, isSystemError } from '../adapters/files/FileTrouble'
import type { Problem } from '../domain/shared/Problem'
import type { ProblemCode } from '../domain/shared/ProblemCode'

/** What the system's names for its refusals call for; any other has the advice of `file_not_read` or `file_not_written`. */
const CAUSES: Readonly<Record<string, ProblemCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'disk_read_only',
  EACCES: 'file_not_permitted',
  EPERM: 'file_not_permitted',
  EIO: 'disk_failing',
  ENXIO: 'disk_failing',
  ENODEV: 'disk_failing',
  ESTALE: 'disk_failing',
  EREMOTEIO: 'disk_failing',
  ETIMEDOUT: 'disk_failing',
  ENOTCONN: 'disk_failing',
  EHOSTDOWN: 'disk_failing',
  UNKNOWN: 'disk_failing',
  DAMAGED: 'folder_damaged',
  NEWER: 'folder_newer',
}

/** A full, failing or closed disk, told as such; anything else is a bug and thrown on. */
export function fileProblem(error: unknown): Problem {
  const { path, doing, code } = troubleOf(error)
  const kind = CAUSES[code] ?? (doing === 'read' ? 'file_not_read' : 'file_not_written')
  return { code: kind, severity: 'error', place: {}, value: path, details: { code } }
}

/** Ends a command whose disk refused something as it ends when it is refused for another reason. */
export async function tellingFileTrouble(
  work: () => Promise<number>,
  refuse: (problems: readonly Problem[]) => number,
): Promise<number> {
  try {
    return await work()
  } catch (error) {
    return refuse([fileProblem(error)])
  }
}

function troubleOf(error: unknown): Pick<FileTrouble, 'path' | 'doing' | 'code'> {
  if (error instanceof FileTrouble) return error
  if (!isSystemError(error)) throw error
  const path = 'path' in error && typeof error.path === 'string' ? error.path : ''
  return { path, doing: 'read', code: error.code }
}
