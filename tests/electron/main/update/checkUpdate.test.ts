import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUpdate, type UpdateTarget } from '../../../../electron/main/update/checkUpdate'
import type { UpdateManifest } from '../../../../electron/main/update/UpdateManifest'
import { aManifest, anUpdate, fileOf, LAPTOP } from './anUpdate'

async function checked(bytes: Uint8Array, target: UpdateTarget = LAPTOP): Promise<string> {
  const found = await checkUpdate(fileOf(bytes), target, () => undefined)
  return found.kind === 'sound' ? 'sound' : found.refusal.code
}

describe('an update file', () => {
  it('is taken as its publisher made it, with what he says of it', async () => {
    const told: number[] = []
    const found = await checkUpdate(fileOf(anUpdate()), LAPTOP, (done) => told.push(done))
    expect(found).toMatchObject({ kind: 'sound', head: { manifest: aManifest() } })
    expect(told.at(-1)).toBe(aManifest().installer.size)
  })

  it('is refused with any single byte changed', async () => {
    const whole = anUpdate()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const altered = Buffer.from(whole)
        altered[at] = (altered[at] ?? 0) ^ change
        expect(await checked(altered)).not.toBe('sound')
      }),
      { numRuns: 400 },
    )
  })

  it('is refused when it is cut off anywhere, or goes on', async () => {
    const whole = anUpdate()
    for (let length = 0; length < whole.length; length++)
      expect(await checked(whole.subarray(0, length)), `${length} bytes`).not.toBe('sound')
    expect(await checked(whole.subarray(0, -1))).toBe('update_altered')
    expect(await checked(Buffer.concat([whole, Buffer.from('\n')]))).toBe('update_altered')
  })

  it('is refused when another key signed it, and when it only claims the right one', async () => {
    const another = anUpdate({}, randomBytes(32))
    expect(await checked(another)).toBe('update_other_key')
    const claiming = Buffer.from(another)
    const key = Buffer.from(LAPTOP.key ?? '', 'hex')
    claiming.set(key, 'yihu update 1\n'.length)
    expect(await checked(claiming)).toBe('update_altered')
  })

  it.each<[string, Partial<UpdateManifest>, Partial<UpdateTarget>]>([
    ['update_not_later', { version: '0.1.0' }, {}],
    ['update_not_later', { version: '0.0.9' }, {}],
    ['update_not_later', { version: '0.9.0' }, { version: '0.10.0' }],
    ['update_pre_release', { version: '0.2.0-rc.1' }, {}],
    ['update_other_system', { platform: 'win32' }, {}],
    ['update_other_system', { arch: 'arm64' }, {}],
    ['update_data_too_old', { oldestData: 3 }, {}],
    ['update_no_key', {}, { key: null }],
    ['sound', { oldestData: 3 }, { oldestData: null }],
    ['sound', { version: '0.10.0' }, { version: '0.9.0' }],
    ['sound', { version: '0.2.0' }, { version: '0.2.0-rc.1' }],
  ])('is answered with %s for %j on %j', async (answer, manifest, target) => {
    expect(await checked(anUpdate(manifest), { ...LAPTOP, ...target })).toBe(answer)
  })

  it('is refused by a later format’s number, and by what this app does not know of a signed manifest', async () => {
    const later = Buffer.from(anUpdate())
    later.write('2', 'yihu update '.length)
    expect(await checked(later)).toBe('update_later_format')
    const installer = { ...aManifest().installer, kind: 'msix' as 'nsis' }
    expect(await checked(anUpdate({ installer }))).toBe('update_later_format')
  })

  it('names no other folder for its installer, whoever signed it', async () => {
    const installer = { ...aManifest().installer, name: '../../.bashrc' }
    expect(await checked(anUpdate({ installer }))).toBe('update_later_format')
  })

  it.each([
    ['nothing', ''],
    ['a backup', 'yihu backup 1\n and so on'],
    ['a program', 'MZ\u0090'],
  ])('is not %s', async (_what, text) => {
    expect(await checked(Buffer.from(text, 'latin1'))).toBe('update_not_one')
  })
})
