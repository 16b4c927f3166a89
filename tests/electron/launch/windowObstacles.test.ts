import { describe, expect, it } from 'vitest'
import { hasDisplay, parseMissingLibraries } from '../../../electron/launch/windowObstacles'

describe('parseMissingLibraries', () => {
  it('names what the loader does not find', () => {
    const listing = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '\tlibasound.so.2 => not found',
    ].join('\n')
    expect(parseMissingLibraries(listing)).toEqual(['libnss3.so', 'libasound.so.2'])
  })

  it('is empty when all are found', () => {
    expect(parseMissingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n')).toEqual([])
  })
})

describe('hasDisplay', () => {
  it.each([
    [{}, false],
    [{ DISPLAY: '' }, false],
    [{ DISPLAY: ':0' }, true],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, true],
  ])('of %j is %s', (environment, expected) => {
    expect(hasDisplay(environment)).toBe(expected)
  })
})
