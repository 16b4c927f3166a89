import type { RosterFile } from '../../application/spreadsheetPort'
import { refusals, success, type Result } from '../../domain/shared/Result'

/** The files' contents, read where they are needed. Refused: `file_changed`, once one has changed or gone since it was given. */
export async function readGivenFiles(files: readonly File[]): Promise<Result<readonly RosterFile[]>> {
  const read: RosterFile[] = []
  for (const file of files) {
    try {
      read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    } catch {
      const place = { file: file.name }
      return refusals([{ code: 'file_changed', severity: 'error', place, value: null }])
    }
  }
  return success(read)
}
