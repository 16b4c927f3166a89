import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { readGuide, type Picture } from './readGuide.ts'

/** Makes a module of each language's guide when the app is built: its chapters as HTML, its pictures as files of the app. */
export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    async load(id) {
      if (!/\/docs\/guide\.[\w-]+\.md$/.test(id)) return null
      this.addWatchFile(id)
      return guideModule(await readFile(id, 'utf8'), dirname(id))
    },
  }
}

/** The text of a module whose default export is the chapters of a guide that lies in `folder`. */
function guideModule(markdown: string, folder: string): string {
  const paths: string[] = []
  const chapters = readGuide(markdown, (path) => {
    const index = paths.includes(path) ? paths.indexOf(path) : paths.push(path) - 1
    return { source: `%picture-${index}%`, ...sizeOf(join(folder, path)) }
  })
  const imports = paths.map((path, index) => `import picture${index} from './${path}'`)
  // The addresses of the pictures are known only to the bundler.
  const json = JSON.stringify(chapters).replace(/%picture-(\d+)%/g, '" + picture$1 + "')
  return [...imports, `export default ${json}`, ''].join('\n')
}

/** Width and height of a PNG file: the first things in it behind its signature. */
function sizeOf(path: string): Pick<Picture, 'width' | 'height'> {
  const bytes = readFileSync(path)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}
