import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { mergeProgress } from '../../src/cli/mergeProgress'
import type { Language } from '../../src/application/texts/Texts'

function said(isTTY: boolean, language: Language): string {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY })
  const progress = mergeProgress(stream, language)
  progress.tell({ doing: 'reading', nth: 3, of: 3 })
  progress.tell({ doing: 'merging', nth: 1, of: 3 })
  progress.clear()
  return (stream.read() as string | null) ?? ''
}

it('writes one line over on a terminal, and leaves it empty', () => {
  expect(said(true, 'en').split('\r\x1b[K')).toEqual(['', 'reading package 3 of 3', 'merging package 1 of 3', '']) // prettier-ignore
  expect(said(true, 'zh-CN')).toContain('合并第 1 个包，共 3 个')
})

it('prints nothing where stderr is no terminal', () => {
  expect(said(false, 'en')).toBe('')
})
