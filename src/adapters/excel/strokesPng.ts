import { zlibSync } from 'fflate'
import type { Strokes } from '../../domain/interview/Answers'
import { crc32 } from './crc32'

/** Pixels of the pad's height, which strokes are in hundredths of. */
const HEIGHT = 200
const SCALE = HEIGHT / 100
/** Half the width of a stroke, in pixels. */
const RADIUS = 2
/** However far strokes claim to go. */
const WIDEST = 10 * HEIGHT

/** How many times as wide as high strokes are, from the pad's upper left corner. */
export function shapeOf(strokes: Strokes): number {
  const across = strokes.flatMap((points) => points.filter((_, index) => index % 2 === 0))
  const widest = across.reduce((most, x) => Math.max(most, x), 100)
  return Math.min(WIDEST, Math.ceil((widest + 5) * SCALE)) / HEIGHT
}

/** Strokes as black lines: a PNG of grey pixels, clear where nothing is drawn, of the shape (width by height) that it is shown in. */
export function strokesPng(strokes: Strokes, shape: number): Uint8Array {
  const own = shapeOf(strokes)
  const width = Math.round(HEIGHT * Math.max(own, shape))
  const height = own > shape ? Math.round(width / shape) : HEIGHT
  const rows = Array.from({ length: height }, () => new Uint8Array(width + 1).fill(255, 1))
  for (const points of strokes) drawStroke(points, rows, width)
  const pixels = new Uint8Array((width + 1) * height)
  rows.forEach((row, at) => pixels.set(row, at * (width + 1)))
  return pngOf(pixels, width, height)
}

/** Points closer to the line than its width are black; a stroke of one point is a dot. */
function drawStroke(points: readonly number[], rows: readonly Uint8Array[], width: number): void {
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]]
    const [toX = x, toY = y] = [points[at + 2], points[at + 3]]
    const steps = Math.min(4 * WIDEST, Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) * SCALE)))
    for (let step = 0; step <= steps; step++) {
      const part = step / steps
      dot((x + (toX - x) * part) * SCALE, (y + (toY - y) * part) * SCALE, rows, width)
    }
  }
}

function dot(x: number, y: number, rows: readonly Uint8Array[], width: number): void {
  for (let row = Math.ceil(y - RADIUS); row <= y + RADIUS; row++)
    for (let column = Math.ceil(x - RADIUS); column <= x + RADIUS; column++) {
      if (column < 0 || column >= width || Math.hypot(column - x, row - y) > RADIUS) continue
      const pixels = rows[row]
      // The first byte of a row is its filter.
      if (pixels !== undefined) pixels[column + 1] = 0
    }
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A PNG (ISO 15948) of 8-bit grey, rows unfiltered. */
function pngOf(rows: Uint8Array, width: number, height: number): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header[8] = 8
  const parts = [
    new Uint8Array(SIGNATURE),
    chunk('IHDR', header),
    // White is clear.
    chunk('tRNS', new Uint8Array([0, 255])),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  for (let at = 0; at < 4; at++) bytes[4 + at] = name.charCodeAt(at)
  bytes.set(content, 8)
  view.setUint32(bytes.length - 4, crc32(bytes.subarray(4, bytes.length - 4)))
  return bytes
}
