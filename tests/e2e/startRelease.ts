import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoot } from '../../electron/launch/findChromium'

export interface ReleaseRunning {
  /** Exit code and signal. */
  readonly ended: Promise<unknown[]>
  /** What it has written to its error output. */
  output(): string
  /** Waits until the page has begun to work, which it has once it has opened its database. */
  isAtWork(): Promise<void>
  kill(): Promise<void>
}

/** Starts a release, which nobody can look into, on `profile`. */
export function startRelease(
  executable: string,
  profile: string,
  ...words: readonly string[]
): ReleaseRunning {
  const all = [`--profile=${profile}`, ...words, ...(isRoot() ? ['--no-sandbox'] : [])]
  const app = spawn(executable, all, { stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  app.stderr.on('data', (data: Buffer) => (output += data.toString()))
  const ended = once(app, 'close')
  return {
    ended,
    output: () => output,
    isAtWork: () =>
      expect
        .poll(() => readdir(join(profile, 'IndexedDB')).catch(() => [] as string[]), { timeout: 30_000 })
        .toContain('app_yihu_0.indexeddb.leveldb'),
    async kill() {
      app.kill('SIGKILL')
      await ended
    },
  }
}
