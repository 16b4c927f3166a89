import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeWhole } from '../../src/cli/writeWhole'

let folder: string
const at = (name: string): string => join(folder, name)
const file = (name: string, text: string) => ({ path: at(name), contentOf: () => [text] })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-whole-'))
  return () => rm(folder, { recursive: true })
})

describe('writing several files', () => {
  it('puts back those that were replaced when a later one cannot be put in its place', async () => {
    await writeFile(at('old.json'), 'older')
    await mkdir(at('taken.json/inside'), { recursive: true })
    const written = await writeWhole([file('old.json', 'a'), file('new.json', 'b'), file('taken.json', 'c')])
    expect(written).toMatchObject({
      ok: false,
      problems: [{ code: 'file_not_written', value: at('taken.json') }],
    })
    expect(await readFile(at('old.json'), 'utf8')).toBe('older')
    expect((await readdir(folder)).toSorted()).toEqual(['old.json', 'taken.json'])
  })

  it('clears away what a killed process left of the same file, and nothing of a living one or of others', async () => {
    const living = `a.json.${process.ppid}-00000000.part`
    for (const name of ['a.json.999999999-0a1b2c3d.part', living, 'a.json.my.part'])
      await writeFile(at(name), 'x')
    expect(await writeWhole([file('a.json', 'a')])).toMatchObject({ ok: true })
    expect((await readdir(folder)).toSorted()).toEqual(['a.json', 'a.json.my.part', living].toSorted())
  })
})
