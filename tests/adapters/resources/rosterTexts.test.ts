import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from '../../../resources/texts/problems.en.json'
import zhCN from '../../../resources/texts/problems.zh-CN.json'

const placeholders = ({ message, remedy }: { message: string; remedy: string }) => [...new Set(`${message}${remedy}`.match(/\{\w+\}/g))].sort()

/** Every code that the reader's sources name, found where problems and troubles are made. */
function codesOf(folder: URL): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = new URL(name, folder)
    if (statSync(file).isDirectory()) return codesOf(new URL(`${file.href}/`))
    const source = readFileSync(file, 'utf8')
    return [...source.matchAll(/(?:code: |rowProblem\(\s*|unreadable\(|refusedFile\(file\.name, |'nowhere', code: )'([a-z_]+)'/g)].map((match) => match[1] ?? '')
  })
}

describe('the words for problems', () => {
  it('are there in both languages, with the same placeholders', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zhCN))
    const chinese: Readonly<Record<string, { message: string; remedy: string }>> = zhCN
    for (const [code, words] of Object.entries(en)) expect([code, placeholders(words)]).toEqual([code, placeholders(chinese[code] ?? words)])
  })

  it('are sorted by code', () => expect(Object.keys(zhCN)).toEqual(Object.keys(zhCN).toSorted()))

  it('are there for every problem that the roster reader can report', () => {
    const codes = ['domain/roster', 'adapters/excel'].flatMap((folder) => codesOf(new URL(`../../../src/${folder}/`, import.meta.url)))
    expect(codes.length).toBeGreaterThan(40)
    expect(codes.filter((code) => !(code in zhCN))).toEqual([])
  })
})
