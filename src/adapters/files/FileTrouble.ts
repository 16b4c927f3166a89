/** The system refused to read or to write a file. */
export class FileTrouble extends Error {
  readonly path: string
  readonly doing: 'read' | 'write'
  /** The system's name for it, e.g. ENOSPC. */
  readonly code: string

  constructor(path: string, doing: 'read' | 'write', cause: { readonly code: string }) {
    super(`${path}: ${cause.code}`, { cause })
    this.path = path
    this.doing = doing
    this.code = cause.code
  }
}

export interface SystemError extends Error {
  readonly code: string
}

/** Reads or writes a file; an error of the system is thrown as `FileTrouble`, with the file's name as users know it. */
export async function withFile<T>(doing: 'read' | 'write', path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isSystemError(error) ? new FileTrouble(path, doing, error) : error
  }
}

/** The error for a file of a merged folder that was altered or truncated. */
export function damaged(path: string): FileTrouble {
  return new FileTrouble(path, 'read', { code: 'DAMAGED' })
}

/** Parses a file of a merged folder. Throws `FileTrouble` where it is truncated or overwritten. */
export function parseStored(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged(path)
  }
}

/** Whether the error says that the file does not exist; one that exists and cannot be read is another case. */
export function isMissing(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

/** Whether the system refused something; Node itself refuses files of more than 2 GiB. */
export function isSystemError(error: unknown): error is SystemError {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false
  return 'syscall' in error || error.code === 'ERR_FS_FILE_TOO_LARGE'
}
