import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/adapters/text/decodeText'
import { textLines } from '../../../src/adapters/text/textLines'

const LINES = [
  '{"household":"51"}',
  '',
  '{"household":"52","reason":"漏记务工收入"}',
  '{"by":"冯𠮷梅"}',
  '一',
]
const ENCODINGS = ['utf8', 'utf16le', 'utf16be', 'gb18030']

/** The bytes in portions of so many. */
const portions = (bytes: Uint8Array, size: number) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
  }

async function linesOf(bytes: Uint8Array, size = 5) {
  const read = await textLines(portions(bytes, size))
  if (!read.ok) return read
  const lines: string[] = []
  for await (const line of read.lines) lines.push(line)
  return { encoding: read.encoding, lines }
}

describe('the lines of a text', () => {
  it.each(ENCODINGS)('are those of the whole, in %s, wherever its portions end', async (name) => {
    for (const end of ['\n', '\r\n', '\r'])
      for (const last of ['', end])
        for (const size of [1, 2, 3, 7, 64]) {
          const bytes = iconv.encode(LINES.join(end) + last, name)
          const { encoding } = decodeText(bytes)
          expect(await linesOf(bytes, size), JSON.stringify([end, last, size])).toEqual({
            encoding,
            lines: LINES,
          })
        }
  })
  it.each(ENCODINGS)(
    'are refused in %s at the same place as the whole, whichever byte is missing',
    async (name) => {
      const bytes = iconv.encode(LINES.join('\n'), name, { addBOM: name.startsWith('utf16') })
      for (let at = 2; at < bytes.length; at++) {
        const spoilt = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)])
        const whole = decodeText(spoilt)
        const read = await linesOf(spoilt)
        if (!whole.ok) expect(read, String(at)).toEqual(whole)
        else expect(read, String(at)).toEqual({ encoding: whole.encoding, lines: whole.text.split('\n') })
      }
    },
  )
  it('have no byte order mark before any of them, where files were joined', async () => {
    const joined = Buffer.concat(['a\n', 'b\n'].map((text) => iconv.encode(text, 'utf8', { addBOM: true })))
    expect(await linesOf(joined)).toEqual({ encoding: 'UTF-8', lines: ['a', 'b'] })
  })
  it('are none in an empty file', async () => {
    expect(await linesOf(new Uint8Array())).toEqual({ encoding: 'UTF-8', lines: [] })
  })
})
