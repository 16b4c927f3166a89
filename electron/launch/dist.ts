import { build } from './build'
import { packageApp } from './packageApp'
import { pinnedVersion } from './pinnedRuntime'
import { describeResolved, resolveRuntime } from './resolveRuntime'

const resolved = await resolveRuntime({ again: true })
console.log(await describeResolved(resolved))
if (resolved.runtime === null) {
  console.error('Nothing can be packaged without an Electron runtime.')
  process.exitCode = 1
} else {
  await build()
  console.log(`Packaged: ${packageApp(resolved.runtime, { output: 'release' })}`)
  const pinned = await pinnedVersion()
  if (resolved.runtime.version !== pinned) {
    console.warn(
      `This package holds Electron ${resolved.runtime.version}: good for trials, never for release. What ships is ${pinned}.`,
    )
  }
}
