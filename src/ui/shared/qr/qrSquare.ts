import qrcode from 'qrcode-generator'

/** A square of dots: how many along a side, the quiet zone included, and the dark ones as an SVG path of whole units. */
export interface QrSquare {
  readonly side: number
  readonly path: string
}

/** Dots of the quiet zone around, as the standard wants them (ISO/IEC 18004: four). */
const QUIET = 4
/** What fits the dense alphanumeric mode. */
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/

/** A text as a square of dots that a phone reads: level M, a seventh of it may be spoilt. Throws where it is longer than any square. */
export function qrSquare(text: string): QrSquare {
  const code = qrcode(0, 'M')
  const isPlain = ALPHANUMERIC.test(text)
  code.addData(isPlain ? text : bytesText(text), isPlain ? 'Alphanumeric' : 'Byte')
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`
  return { side: count + 2 * QUIET, path }
}

/** Its UTF-8 bytes, each as a character: the library writes the low byte of every character. */
function bytesText(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text))
}
