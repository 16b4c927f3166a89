import { join } from 'node:path'
import { build } from '../../electron/launch/build'
import { describeResolved, resolveRuntime } from '../../electron/launch/resolveRuntime'
import { windowObstacles } from '../../electron/launch/windowObstacles'
import { packageForTests } from './packageForTests'

/** Builds once and packages for tests; leaves the executable, or the reason why there is none, to the fixtures. */
export default async function prepare(): Promise<void> {
  await build()
  const resolved = await resolveRuntime()
  console.log(await describeResolved(resolved))
  if (resolved.runtime === null) {
    process.env['YIHU_NO_ELECTRON'] = `no Electron runtime: ${resolved.reasons.join('; ')}`
    return
  }
  const obstacles = await windowObstacles(resolved.runtime.executable)
  if (obstacles.length > 0) {
    process.env['YIHU_NO_ELECTRON'] = obstacles.map(({ what, remedy }) => `${what} (${remedy})`).join('; ')
    return
  }
  const folder = await packageForTests(resolved.runtime)
  process.env['YIHU_TEST_EXECUTABLE'] = join(folder, process.platform === 'win32' ? 'yihu.exe' : 'yihu')
  process.env['YIHU_TEST_RUNTIME'] = JSON.stringify(resolved.runtime)
}
