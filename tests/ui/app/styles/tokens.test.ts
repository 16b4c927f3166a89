import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const UI = join(import.meta.dirname, '../../../../src/ui')
const TOKENS = join(UI, 'app/styles/base.css')

/** Sizes of type, space and corners in pixels, and colours. What is printed has its own points and millimetres. */
const WRITTEN_OUT =
  /(?:font-size|gap|padding(?:-\w+)?|margin(?:-\w+)?|border-radius): [^;]*\b\d{1,2}px|#[0-9a-f]{3,8}\b(?!-)/

describe('styles of the screens', () => {
  it('take sizes, space and colours from the tokens', () => {
    const found = readdirSync(UI, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:vue|css)$/.test(file))
      .map((file) => join(UI, file))
      .flatMap((file) => styleLines(file).filter((line) => WRITTEN_OUT.test(line)))
    expect(found).toEqual([])
  })
})

/** The lines of a component's style, or of a style sheet below its tokens. */
function styleLines(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  const end = file === TOKENS ? text.indexOf('}') : file.endsWith('.vue') ? text.indexOf('<style') : 0
  return end < 0 ? [] : text.slice(end).split('\n')
}
