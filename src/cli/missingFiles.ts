import { stat } from 'node:fs/promises'
import { isMissing } from '../adapters/files/FileTrouble'
import { textsOf } from '../adapters/resources/texts'
import type { Language } from '../application/texts/Texts'
import { warn } from './print'
import { problemLines } from './problemLines'

/** Those of the paths that are no files (a folder is none): told before anything is done. */
export async function missingFiles(paths: readonly string[]): Promise<readonly string[]> {
  const isFile = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (found) => found.isFile(),
        // One that is there and cannot be asked for is told of when it is read.
        (error: unknown) => !isMissing(error),
      ),
    ),
  )
  return paths.filter((_, index) => isFile[index] !== true)
}

/** Tells which files are missing. Returns the exit code: 2, wrong usage. */
export function tellMissing(paths: readonly string[], language: Language): number {
  const problems = paths.map(
    (value) => ({ code: 'file_missing', severity: 'error', place: {}, value }) as const,
  )
  warn(problemLines(problems, textsOf(language), true))
  return 2
}
