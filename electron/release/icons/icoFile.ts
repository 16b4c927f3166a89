/** A square picture in two shapes: `png`, and its pixels as red, green, blue, alpha (8 bits each, from the top left). */
export interface IconPicture {
  readonly size: number
  readonly png: Uint8Array
  readonly pixels: Uint8Array
}

const HEADER_BYTES = 6
const ENTRY_BYTES = 16
const BITMAP_HEADER_BYTES = 40
/** Windows shows smaller pictures as bitmaps everywhere; as PNG only where the program that asks knows them. */
const SMALLEST_PNG = 256

/** A Windows icon file (`.ico`) with all pictures; at most 256 pixels each. */
export function icoFile(pictures: readonly IconPicture[]): Uint8Array {
  const images = pictures.map((picture) => (picture.size >= SMALLEST_PNG ? picture.png : bitmapOf(picture)))
  const head = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  pictures.forEach(({ size }, index) => {
    const at = HEADER_BYTES + ENTRY_BYTES * index
    const { length } = images[index] ?? new Uint8Array()
    // 0 stands for 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += length
  })
  return Buffer.concat([head, ...images])
}

/** A bitmap without file header, as icons hold it: from the bottom row up, then a mask that is not used beside alpha. */
function bitmapOf({ size, pixels }: IconPicture): Uint8Array {
  const header = Buffer.alloc(BITMAP_HEADER_BYTES)
  header.writeUInt32LE(BITMAP_HEADER_BYTES, 0)
  header.writeInt32LE(size, 4)
  // Picture and mask, one above the other.
  header.writeInt32LE(size * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const colours = Buffer.alloc(size * size * 4)
  for (let row = 0; row < size; row++) {
    Buffer.from(pixels.subarray(row * size * 4, (row + 1) * size * 4)).copy(
      colours,
      (size - 1 - row) * size * 4,
    )
  }
  // Windows keeps blue first: bytes 0 and 2 of each pixel change places.
  for (let at = 0; at < colours.length; at += 4) {
    const red = colours.readUInt8(at)
    colours.writeUInt8(colours.readUInt8(at + 2), at)
    colours.writeUInt8(red, at + 2)
  }
  const maskRowBytes = Math.ceil(size / 32) * 4
  return Buffer.concat([header, colours, Buffer.alloc(maskRowBytes * size)])
}
