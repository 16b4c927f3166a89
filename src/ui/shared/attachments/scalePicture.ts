/** Pixels of the longer side: a crack in a wall can still be seen, and a village's photos fit a stick. */
const LONGEST_SIDE = 1600
const JPEG_QUALITY = 0.8

/** The picture as a JPEG of a sensible size, upright, without what the camera noted beside it; null if it is no picture. */
export async function scalePicture(file: Blob): Promise<Uint8Array | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (bitmap === null) return null
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })
  return new Uint8Array(await jpeg.arrayBuffer())
}
