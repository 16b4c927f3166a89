/** Apple's names of the places that take a PNG, by its size in pixels: plain, and as the double of half its size. */
const PLACES: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/** Sizes in pixels that an icon of macOS is made of. */
export const ICNS_SIZES: readonly number[] = Object.keys(PLACES).map(Number)

/** An icon file of macOS (`.icns`) from PNGs; sizes that it has no place for are left out. */
export function icnsFile(
  pictures: readonly { readonly size: number; readonly png: Uint8Array }[],
): Uint8Array {
  const blocks = pictures.flatMap(({ size, png }) => (PLACES[size] ?? []).map((name) => block(name, png)))
  return block('icns', Buffer.concat(blocks))
}

/** Name, length with these eight bytes, content. */
function block(name: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
