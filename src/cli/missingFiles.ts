import { stat } from 'node:fs/promises'
import { isMissing } from '../adapters/files/FileTrouble'

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
