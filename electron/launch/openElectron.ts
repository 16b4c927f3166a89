import { spawn } from 'node:child_process'
import { assembleApp } from './assembleApp'
import { isRoot } from './findChromium'
import type { Runtime } from './resolveRuntime'

/** An Electron that cannot reach its display or lacks something gives up within moments. */
const STILLBORN_SECONDS = 10
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export type ElectronRun =
  | { readonly kind: 'closed'; readonly exitCode: number }
  /** It ended in failure before a window can have been used; `how` is for people. */
  | { readonly kind: 'stillborn'; readonly how: string }

/** Runs the built app in its window until it is closed. `words` are handed on to the app. */
export async function openElectron(runtime: Runtime, words: readonly string[]): Promise<ElectronRun> {
  const command = await assembleApp(runtime)
  const began = performance.now()
  const child = spawn(command.executable, [...command.words, ...switches(), ...words], { stdio: 'inherit' })
  let wasStopped = false
  const stop = (signal: NodeJS.Signals) => {
    wasStopped = true
    child.kill(signal)
  }
  for (const signal of STOPPING) process.once(signal, stop)
  const run = await new Promise<ElectronRun>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'stillborn', how: error.message }))
    child.once('exit', (exitCode, signal) => {
      const isYoung = performance.now() - began < STILLBORN_SECONDS * 1000
      if (exitCode === 0 || !isYoung || wasStopped) resolve({ kind: 'closed', exitCode: exitCode ?? 0 })
      else resolve({ kind: 'stillborn', how: signal === null ? `exit code ${exitCode}` : `by ${signal}` })
    })
  })
  for (const signal of STOPPING) process.off(signal, stop)
  return run
}

function switches(): readonly string[] {
  if (process.platform !== 'linux') return []
  return [
    // As root Chromium does not start with its own sandbox; nobody should work as root, but a build machine does.
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(process.env['DISPLAY'] === undefined ? ['--ozone-platform-hint=auto'] : []),
  ]
}
