import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findPinnedRuntime } from '../../../electron/launch/pinnedRuntime'
import { describeResolved, resolveRuntime } from '../../../electron/launch/resolveRuntime'
import { RESTORED_VERSION } from '../../../electron/launch/restoreRuntime'

let folder = ''
const executableName = process.platform === 'linux' ? 'electron' : null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-runtime-'))
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

describe.runIf(executableName !== null)('resolveRuntime', () => {
  it('takes what ELECTRON_OVERRIDE_DIST_PATH names, before all others', async () => {
    await writeFile(join(folder, 'electron'), '')
    await writeFile(join(folder, 'version'), 'v45.4.1')
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
    const { runtime } = await resolveRuntime({ offline: true })
    expect(runtime).toEqual({
      source: 'override',
      version: '45.4.1',
      folder,
      executable: join(folder, 'electron'),
    })
  })

  it('puts nothing in the place of an override that holds no Electron', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(folder, 'nowhere'))
    const resolved = await resolveRuntime({ offline: true })
    expect(resolved.runtime).toBeNull()
    expect(await describeResolved(resolved)).toContain('nowhere')
  })

  it('refuses a cached runtime whose executable is not the official one', async () => {
    const cached = join(folder, 'cache/yihu', `electron-${RESTORED_VERSION}-linux-x64`)
    await mkdir(cached, { recursive: true })
    await writeFile(join(cached, 'electron'), 'something else')
    const { runtime } = await resolveRuntime({ offline: true })
    // Where the pinned one is unpacked it comes first, and is what must be found.
    expect(runtime?.source ?? 'none').toBe((await findPinnedRuntime()) === null ? 'none' : 'pinned')
  })
})
