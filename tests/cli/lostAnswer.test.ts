import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { toldAs } from './toldAs'

const ENTRY = fileURLToPath(new URL('../../src/yihu.js', import.meta.url))
/** A file that Linux keeps full. */
const FULL = '/dev/full'

it.skipIf(!existsSync(FULL))(
  'ends with 1, and says why, when its answer goes into a file on a full disk',
  async () => {
    const child = spawn(process.execPath, [ENTRY, '--help'], {
      stdio: ['ignore', openSync(FULL, 'w'), 'pipe'],
    })
    let told = ''
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (told += part))
    expect(await once(child, 'close')).toEqual([1, null])
    expect(told).toMatch(toldAs('disk_full'))
    expect(told).not.toMatch(/^\s+at /m)
  },
  60_000,
)
