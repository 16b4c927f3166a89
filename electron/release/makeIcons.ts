/// <reference lib="dom" />
import { chromium, type Page } from '@playwright/test'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BROWSER_FLAGS, findChromium } from '../launch/findChromium'
import { ICNS_SIZES, icnsFile } from './icons/icnsFile'
import { icoFile, type IconPicture } from './icons/icoFile'
import { ICO_SIZES, ICON_SOURCE, iconSourceHash, MADE_ICONS, PNG_SIZES } from './icons/iconSource'

/** macOS leaves room around an icon: of 1024 pixels the picture has 824. */
const MAC_SHARE = 824 / 1024

/** Makes all icons anew from the drawing, with the test browser: `npx tsx electron/release/makeIcons.ts`. */
const executablePath = findChromium()
if (executablePath === null) throw new Error('icons are drawn by Chromium: npm run setup, or CHROMIUM_PATH')
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS })
try {
  const page = await browser.newPage()
  const drawing = await readFile(ICON_SOURCE, 'utf8')
  const draw = (sizes: readonly number[], share: number) => drawAll(page, drawing, sizes, share)
  await rm(MADE_ICONS, { recursive: true, force: true })
  await mkdir(MADE_ICONS, { recursive: true })
  for (const { size, png } of await draw(PNG_SIZES, 1)) {
    await writeFile(join(MADE_ICONS, `${size}x${size}.png`), png)
  }
  await writeFile(join(MADE_ICONS, 'yihu.ico'), icoFile(await draw(ICO_SIZES, 1)))
  await writeFile(join(MADE_ICONS, 'yihu.icns'), icnsFile(await draw(ICNS_SIZES, MAC_SHARE)))
  await writeFile(join(MADE_ICONS, 'source.sha256'), `${await iconSourceHash()}  yihu.svg\n`)
} finally {
  await browser.close()
}

async function drawAll(page: Page, drawing: string, sizes: readonly number[], share: number) {
  const pictures: IconPicture[] = []
  for (const size of sizes) pictures.push(await drawOne(page, drawing, size, share))
  return pictures
}

/** `share`: how much of the side the drawing takes; the rest stays clear. */
async function drawOne(page: Page, drawing: string, size: number, share: number): Promise<IconPicture> {
  const drawn = await page.evaluate(
    async ({ drawing, size, share }) => {
      const image = new Image()
      const side = Math.round(size * share)
      // An engine draws a vector picture sharp at the size that it says itself.
      const sized = drawing.replace('<svg ', `<svg width="${side}" height="${side}" `)
      image.src = `data:image/svg+xml,${encodeURIComponent(sized)}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = size
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      const edge = Math.round((size - side) / 2)
      context.drawImage(image, edge, edge, side, side)
      return {
        png: canvas.toDataURL('image/png').slice('data:image/png;base64,'.length),
        // Only the small ones are kept as pixels.
        pixels: size < 256 ? [...context.getImageData(0, 0, size, size).data] : [],
      }
    },
    { drawing, size, share },
  )
  return { size, png: Buffer.from(drawn.png, 'base64'), pixels: Uint8Array.from(drawn.pixels) }
}
