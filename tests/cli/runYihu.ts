import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What `npx yihu` starts. */
export const SOURCE_ENTRY = fileURLToPath(new URL('../../src/yihu.js', import.meta.url))

/** Starts the terminal program as a user does, in a process of its own; from the bundle of this run where there is one. */
export function startYihu(...args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [process.env['YIHU_TEST_TERMINAL'] ?? SOURCE_ENTRY, ...args])
}

/** The same, to its end. */
export function runYihu(...args: readonly string[]): Promise<Ran> {
  return ended(startYihu(...args))
}

/** What a program wrote and how it ended. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
