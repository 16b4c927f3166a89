import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_FOLDER } from '../../launch/projectFolder'

const FOLDER = join(PROJECT_FOLDER, 'resources/icons')

/** The one drawing that every icon is made from. */
export const ICON_SOURCE = join(FOLDER, 'yihu.svg')

/** Where the made icons lie: a PNG a size, `yihu.ico`, `yihu.icns`, and `source.sha256`. */
export const MADE_ICONS = join(FOLDER, 'made')

/** Sizes in pixels of the single PNGs. */
export const PNG_SIZES: readonly number[] = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** Sizes in pixels within the icon of Windows. */
export const ICO_SIZES: readonly number[] = [16, 24, 32, 48, 64, 128, 256]

/** Hex SHA-256 of the drawing, whatever the line ends of this checkout: kept beside the icons that were made from it. */
export async function iconSourceHash(): Promise<string> {
  const text = await readFile(ICON_SOURCE, 'utf8')
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}
