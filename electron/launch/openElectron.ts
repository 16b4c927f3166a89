import { spawn } from 'node:child_process'
import { assembleApp } from './assembleApp'
import { isRoot } from './findChromium'
import type { Runtime } from './resolveRuntime'

/** An Electron that cannot reach its display or lacks something gives up within moments. */
const STILLBORN_SECONDS = 10

export type ElectronRun =
  | { readonly kind: 'closed'; readonly exitCode: number }
  /** It ended in failure before a window can have been used. */
  | { readonly kind: 'stillborn'; readonly exitCode: number | null }

/** Runs the built app in its window until it is closed. `words` are handed on to the app. */
export async function openElectron(runtime: Runtime, words: readonly string[]): Promise<ElectronRun> {
  const command = await assembleApp(runtime)
  const began = performance.now()
  const child = spawn(command.executable, [...command.words, ...switches(), ...words], { stdio: 'inherit' })
  return new Promise((resolve) => {
    child.once('error', () => resolve({ kind: 'stillborn', exitCode: null }))
    child.once('exit', (exitCode, signal) => {
      const isYoung = performance.now() - began < STILLBORN_SECONDS * 1000
      const wasStopped = signal === 'SIGINT' || signal === 'SIGTERM'
      if (exitCode !== 0 && isYoung && !wasStopped) resolve({ kind: 'stillborn', exitCode })
      else resolve({ kind: 'closed', exitCode: exitCode ?? 0 })
    })
  })
}

function switches(): readonly string[] {
  if (process.platform !== 'linux') return []
  return [
    // As root Chromium does not start with its own sandbox; nobody should work as root, but a build machine does.
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(process.env['DISPLAY'] === undefined ? ['--ozone-platform-hint=auto'] : []),
  ]
}
