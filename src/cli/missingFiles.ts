import { stat } from 'node:fs/promises'

/** Those of the paths that are no files (a folder is none): told before anything is done. */
export async function missingFiles(paths: readonly string[]): Promise<readonly string[]> {
  const isFile = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  )
  return paths.filter((_, index) => isFile[index] !== true)
}
