import { strFromU8, strToU8 } from 'fflate'
import { writeXlsx as writeByLibrary, type WriteOptions } from 'hucre/xlsx'
import { replaceEntry } from '../archive/replaceEntry'

/** What a font may say, in the order of Office's schema. */
const FONT_ORDER = [
  ...['b', 'i', 'strike', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family'],
  ...['charset', 'scheme'],
]

/** The bytes of an .xlsx by the writing library, which puts the colour of a font before its size: a fault by Office's schema. */
export async function writeXlsx(options: WriteOptions): Promise<Uint8Array> {
  return replaceEntry(await writeByLibrary(options), 'xl/styles.xml', (styles) =>
    strToU8(strFromU8(styles).replace(/(?<=<font>).*?(?=<\/font>)/gs, inOrder)),
  )
}

function inOrder(font: string): string {
  const parts = font.match(/<[^>]*>/g) ?? []
  const place = (part: string) => FONT_ORDER.indexOf(/\w+/.exec(part)?.[0] ?? '')
  return parts.toSorted((one, other) => place(one) - place(other)).join('')
}
