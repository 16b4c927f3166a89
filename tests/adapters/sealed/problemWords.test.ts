import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import en from '../../../resources/texts/problems.en.json'
import zhCN from '../../../resources/texts/problems.zh-CN.json'

const FOLDERS = ['src/adapters/sealed', 'src/domain/changes', 'src/application/store']

it('has words in both languages for every problem that the store reports', () => {
  const codes = FOLDERS.flatMap((folder) => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
    return files.flatMap((name) => codesIn(readFileSync(join(folder, name), 'utf8')))
  })
  expect(codes).toEqual(
    expect.arrayContaining(['not_saved', 'forked_replica', 'journal_tail_cut', 'passcode_wrong']),
  )
  for (const code of codes) {
    expect(Object.keys(zhCN), code).toContain(code)
    expect(Object.keys(en), code).toContain(code)
  }
})

function codesIn(source: string): readonly string[] {
  const called = [...source.matchAll(/(?:refusal|refused|warning|note|tell|counted)\(\s*'([a-z_]+)'/g)]
  const chosen = [...source.matchAll(/refusal\([^)]*\? '([a-z_]+)' : '([a-z_]+)'/g)]
  const written = [...source.matchAll(/code: '([a-z_]+_[a-z_]+)'/g)]
  return [...called, ...chosen, ...written].flatMap(([, ...codes]) => codes)
}
