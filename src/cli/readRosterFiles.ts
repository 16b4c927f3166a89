import { basename } from 'node:path'
import { readFileBytes } from '../adapters/files/readFileBytes'
import { numberedNames } from '../application/roster/numberedNames'
import type { RosterFile } from '../application/roster/spreadsheetPort'
import { shownNames } from './shownNames'

/**
 * Roster files with names that tell them apart: by their folders, or `numbered` as the window does it, which never learns the
 * folders and writes its names into sampling logs.
 */
export async function readRosterFiles(
  paths: readonly string[],
  naming: 'by_folders' | 'numbered' = 'by_folders',
): Promise<readonly RosterFile[]> {
  const names = naming === 'numbered' ? numberedNames(paths.map((path) => basename(path))) : shownNames(paths)
  return Promise.all(
    paths.map(async (path, index) => ({ name: names[index] as string, bytes: await readFileBytes(path) })),
  )
}
