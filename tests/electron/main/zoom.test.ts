import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptZoom, zoomAfter, type ZoomKey } from '../../../electron/main/zoom'

function ctrl(key: string, more: Partial<ZoomKey> = {}): ZoomKey {
  return { type: 'keyDown', key, code: '', control: true, meta: false, alt: false, ...more }
}

describe('the zoom after a key', () => {
  it.each([
    [1, ctrl('='), 1.1],
    [1, ctrl('+'), 1.1],
    [1, ctrl('+', { code: 'NumpadAdd' }), 1.1],
    [1.25, ctrl('-'), 1.1],
    [1.25, ctrl('-', { code: 'NumpadSubtract' }), 1.1],
    [1.5, ctrl('0'), 1],
    [1.5, ctrl('Insert', { code: 'Numpad0' }), 1],
    [1, ctrl('=', { control: false, meta: true }), 1.1],
    [2, ctrl('='), 2],
    [0.8, ctrl('-'), 0.8],
  ])('of %d and %j is %d', (now, key, after) => {
    expect(zoomAfter(now, key)).toBe(after)
  })
  it.each([
    ctrl('l'),
    ctrl('=', { control: false }),
    ctrl('=', { alt: true }),
    ctrl('-', { control: false, alt: true }),
    ctrl('=', { type: 'keyUp' }),
  ])('is nobody’s of %j', (key) => {
    expect(zoomAfter(1, key)).toBeNull()
  })
})

describe('the zoom that is kept', () => {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'yihu-zoom-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each([
    ['1.5', 1.5],
    ['7', 1],
    ['', 1],
    ['large', 1],
  ])('of %j is %d', (text, zoom) => {
    writeFileSync(join(folder, 'zoom'), text)
    expect(keptZoom(join(folder, 'zoom'))).toBe(zoom)
  })
  it('is 1 where none is kept', () => {
    expect(keptZoom(join(folder, 'zoom'))).toBe(1)
  })
})
