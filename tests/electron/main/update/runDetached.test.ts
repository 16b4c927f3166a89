import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { runDetached } from '../../../../electron/main/update/runDetached'

describe.skipIf(process.platform === 'win32')('a program that goes on by itself', () => {
  it('is run, and one that cannot be started is told of', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yihu-run-'))
    try {
      const [program, trace] = [join(folder, 'setup'), join(folder, 'ran')]
      await writeFile(program, `#!/bin/sh\ntouch '${trace}'\n`)
      await expect(runDetached(program)).rejects.toMatchObject({ code: 'EACCES' })
      await chmod(program, 0o755)
      await runDetached(program)
      await vi.waitUntil(() => existsSync(trace), { timeout: 30_000 })
      expect(existsSync(trace)).toBe(true)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
