import { join } from 'node:path'
import { build } from '../../electron/launch/build'
import { describeResolved, resolveRuntime, type Runtime } from '../../electron/launch/resolveRuntime'
import { windowObstacles } from '../../electron/launch/windowObstacles'
import { packageForTests } from './packageForTests'

export type PackagedApp =
  | { readonly kind: 'packaged'; readonly executable: string; readonly runtime: Runtime }
  /** The app is built, but no window of it can be had here. */
  | { readonly kind: 'no_window'; readonly why: string }

/** Builds the app, and packages it for tests where there is a window; returns which runtime it used. */
export async function buildAndPackage(): Promise<PackagedApp> {
  await build()
  const resolved = await resolveRuntime()
  console.log(await describeResolved(resolved))
  const { runtime } = resolved
  if (runtime === null)
    return { kind: 'no_window', why: `no Electron runtime: ${resolved.reasons.join('; ')}` }
  const obstacles = await windowObstacles(runtime.executable)
  if (obstacles.length > 0)
    return { kind: 'no_window', why: obstacles.map(({ what, remedy }) => `${what} (${remedy})`).join('; ') }
  const folder = await packageForTests(runtime)
  const executable = join(folder, process.platform === 'win32' ? 'yihu.exe' : 'yihu')
  return { kind: 'packaged', executable, runtime }
}
