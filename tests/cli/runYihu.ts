import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const ENTRY = fileURLToPath(new URL('../../src/yihu.js', import.meta.url))

/** Starts the terminal program as a user does: a process of its own, with the same entry as `npx yihu`. */
export function startYihu(...args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [ENTRY, ...args])
}

/** The same, to its end. */
export function runYihu(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = startYihu(...args)
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
