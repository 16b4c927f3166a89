import { FileTrouble, isSystemError } from '../adapters/files/FileTrouble'
import { diskCause, type DiskCause } from '../application/store/diskCause'
import type { Problem } from '../domain/shared/Problem'
import type { ProblemCode } from '../domain/shared/ProblemCode'

/** What is told of each cause, by what was being done with the file. */
const CODES: Readonly<Record<DiskCause, Readonly<Record<FileTrouble['doing'], ProblemCode>>>> = {
  disk_full: { read: 'disk_full', write: 'disk_full' },
  disk_read_only: { read: 'disk_read_only', write: 'disk_read_only' },
  not_permitted: { read: 'file_not_permitted', write: 'file_not_permitted' },
  in_use: { read: 'file_in_use', write: 'file_in_use' },
  not_there: { read: 'file_missing', write: 'folder_missing' },
  path_too_long: { read: 'path_too_long', write: 'path_too_long' },
  file_too_large: { read: 'file_not_read', write: 'file_too_large_for_disk' },
  disk_failing: { read: 'disk_failing', write: 'disk_failing' },
  other: { read: 'file_not_read', write: 'file_not_written' },
}

/** Troubles that this program names itself. */
const OWN_CODES: Readonly<Record<string, ProblemCode>> = { DAMAGED: 'folder_damaged', NEWER: 'folder_newer' }

/** A full, failing or closed disk, told as such; anything else is a bug and thrown on. */
export function fileProblem(error: unknown): Problem {
  const { path, doing, code } = troubleOf(error)
  const kind = OWN_CODES[code] ?? CODES[diskCause(code)][doing]
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
