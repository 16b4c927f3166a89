import { numberedNames } from '../../application/roster/numberedNames'
import type { RosterFile } from '../../application/roster/spreadsheetPort'
import { refusals, success, type Result } from '../../domain/shared/Result'

/**
 * The files' contents, read where they are needed, under distinct names: the window never learns their folders. Refused: `file_changed`, where one was changed or removed since it was given.
 */
export async function readGivenFiles(files: readonly File[]): Promise<Result<readonly RosterFile[]>> {
  const names = numberedNames(files.map(({ name }) => name))
  const read: RosterFile[] = []
  for (const [index, file] of files.entries()) {
    const name = names[index] as string
    try {
      read.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
    } catch {
      const place = { file: name }
      return refusals([{ code: 'file_changed', severity: 'error', place, value: null }])
    }
  }
  return success(read)
}
