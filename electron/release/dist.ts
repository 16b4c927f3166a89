import { stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { build } from '../launch/build'
import { sha256Of } from '../launch/fetchPackage'
import { makeInstallers } from './makeInstallers'
import { pinnedVersion } from '../launch/pinnedRuntime'
import { describeResolved, resolveRuntime } from '../launch/resolveRuntime'

const resolved = await resolveRuntime({ again: true })
console.log(await describeResolved(resolved))
if (resolved.runtime === null) {
  console.error('Nothing can be packaged without an Electron runtime.')
  process.exitCode = 1
} else {
  await build()
  const { files, missing } = await makeInstallers(resolved.runtime)
  await sayWhatWasMade(files)
  for (const { what, why } of missing) {
    console.error(`Not made: ${what}. ${why}`)
    process.exitCode = 1
  }
  const pinned = await pinnedVersion()
  if (resolved.runtime.version !== pinned) {
    console.warn(
      `These hold Electron ${resolved.runtime.version}: good for trials, never for release. What ships is ${pinned}.`,
    )
  }
}

/** Prints sizes and hashes, and keeps the hashes beside the files as `sha256sum -c` reads them. */
async function sayWhatWasMade(files: readonly string[]): Promise<void> {
  const lines: string[] = []
  for (const path of files) {
    const megabytes = (await stat(path)).size / 1e6
    const line = `${await sha256Of(path)}  ${basename(path)}`
    lines.push(line)
    console.log(`${line}  ${megabytes.toFixed(1)} MB`)
  }
  const [first] = files
  if (first !== undefined)
    await writeFile(join(dirname(first), `SHA256SUMS-${process.platform}`), `${lines.join('\n')}\n`)
}
