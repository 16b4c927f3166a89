import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ICNS_SIZES } from '../../../../electron/release/icons/icnsFile'
import { icoFile } from '../../../../electron/release/icons/icoFile'
import {
  ICO_SIZES,
  iconSourceHash,
  MADE_ICONS,
  PNG_SIZES,
} from '../../../../electron/release/icons/iconSource'

test('the made icons come from the drawing as it is', async () => {
  const kept = await readFile(join(MADE_ICONS, 'source.sha256'), 'utf8')
  // Else: npx tsx electron/release/makeIcons.ts
  expect(kept).toBe(`${await iconSourceHash()}  yihu.svg\n`)
})

test('there is a PNG of each size, and nothing else', async () => {
  const names = PNG_SIZES.map((size) => `${size}x${size}.png`)
  expect((await readdir(MADE_ICONS)).sort()).toEqual(
    [...names, 'source.sha256', 'yihu.icns', 'yihu.ico'].sort(),
  )
  for (const size of PNG_SIZES) {
    expect(pngSide(await readFile(join(MADE_ICONS, `${size}x${size}.png`)))).toEqual([size, size])
  }
})

test('the icon of Windows has every size, small ones as bitmaps', async () => {
  const entries = icoEntries(await readFile(join(MADE_ICONS, 'yihu.ico')))
  expect(entries.map(({ size }) => size)).toEqual(ICO_SIZES)
  for (const { size, image } of entries) {
    if (size === 256) expect(pngSide(image)).toEqual([256, 256])
    else {
      expect([image.readUInt32LE(0), image.readInt32LE(4), image.readInt32LE(8)]).toEqual([
        40,
        size,
        size * 2,
      ])
      expect(image.length).toBe(40 + size * size * 4 + Math.ceil(size / 32) * 4 * size)
    }
  }
})

test('the icon of macOS has every size', async () => {
  const file = await readFile(join(MADE_ICONS, 'yihu.icns'))
  expect(file.toString('latin1', 0, 4)).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  const sides = new Set<number>()
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    sides.add(pngSide(file.subarray(at + 8, at + file.readUInt32BE(at + 4)))[0] ?? 0)
  }
  expect([...sides]).toEqual(ICNS_SIZES)
})

test('a bitmap within an icon begins with its last row, blue first', () => {
  const [topLeft, topRight, bottomLeft, bottomRight] = [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10, 11, 12],
    [13, 14, 15, 16],
  ]
  const pixels = Uint8Array.from([topLeft, topRight, bottomLeft, bottomRight].flatMap((pixel) => pixel ?? []))
  const [entry] = icoEntries(Buffer.from(icoFile([{ size: 2, png: new Uint8Array(), pixels }])))
  expect([...(entry?.image.subarray(40, 56) ?? [])]).toEqual([
    11, 10, 9, 12, 15, 14, 13, 16, 3, 2, 1, 4, 7, 6, 5, 8,
  ])
})

function pngSide(png: Buffer): readonly number[] {
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

function icoEntries(file: Buffer): readonly { readonly size: number; readonly image: Buffer }[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index
    const offset = file.readUInt32LE(at + 12)
    return {
      size: file.readUInt8(at) || 256,
      image: file.subarray(offset, offset + file.readUInt32LE(at + 8)),
    }
  })
}
