import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAllowed } from '../../../electron/release/licenceFaults'
import { LICENCE_POLICY } from '../../../electron/release/licencePolicy'
import { lockedPackages } from '../../../electron/release/lockFile'
import { PROJECT_FOLDER } from '../../../electron/launch/projectFolder'

describe('the lockfile', () => {
  it('has the hash of every package, and sends nobody to an address of its own', async () => {
    const locked = await lockedPackages()
    expect(locked.length).toBeGreaterThan(500)
    expect(locked.filter(({ integrity }) => !integrity.startsWith('sha512-'))).toEqual([])
    expect(locked.filter(({ resolved }) => resolved !== null)).toEqual([])
  })

  it('names an allowed licence for everything that runs outside development', async () => {
    const locked = await lockedPackages()
    const faults = locked.filter(
      ({ license, isDev }) => !isDev && (license === null || !isAllowed(license, LICENCE_POLICY.allowed)),
    )
    expect(faults).toEqual([])
  })

  it('is installed without running a script of any package', async () => {
    const settings = await readFile(join(PROJECT_FOLDER, '.npmrc'), 'utf8')
    expect(settings.split('\n')).toContain('ignore-scripts=true')
  })
})
