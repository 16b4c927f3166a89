import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { COMMANDS } from '../../src/cli/commands'
import { outputProblems } from '../../src/cli/outputProblems'
import type { ProblemCode } from '../../src/domain/shared/ProblemCode'
import { toldAs } from './toldAs'

let folder = ''
let complained = ''
const at = (name: string): string => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-outputs-'))
  complained = ''
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation((text: string) => void (complained += text))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

/** Words of each command that give an output the place of something to be kept, and why they are refused; `@`: in the folder. */
const CASES: Readonly<
  Record<keyof typeof COMMANDS, readonly (readonly [code: ProblemCode, words: string])[]>
> = {
  roster: [],
  verify: [],
  sample: [
    ['output_is_input', '--roster @a.xlsx --seed 一 --size 1 --log @a.xlsx'],
    ['output_is_input', '--roster @a.xlsx --seed 一 --size 1 --log @l.json --out @linked.xlsx'],
    ['output_is_input', '--roster @a.xlsx --seed 一 --size 1 --log @k.txt --visited @k.txt'],
    ['output_twice', '--roster @a.xlsx --seed 一 --size 1 --log @new.json --out @sub/../NEW.json'],
    ['output_is_input', '--replay @k.txt --roster @a.xlsx --out @k.txt'],
  ],
  practice: [['output_exists', '--households 8 --seed 1 --out @county']],
  assess: [
    ['output_is_input', '--roster @a.xlsx --answers @k.txt --as-of 2020-12-31 --region west --out @k.txt'],
    [
      'output_is_input',
      '--roster @a.xlsx --answers @k.txt --as-of 2020-12-31 --region west --out @hard.xlsx',
    ],
    [
      'output_is_input',
      '--roster @a.xlsx --answers @b.txt --totals @k.txt --as-of 2020-12-31 --region west --out @sub/../k.txt',
    ],
  ],
  census: [],
  tables: [],
  'lake-check': [],
  decisions: [
    [
      'output_is_input',
      '@b.txt --roster @a.xlsx --answers @k.txt --as-of 2020-12-31 --region west --out @sub/../b.txt',
    ],
  ],
  forms: [
    [
      'output_is_input',
      '--all --form blank --roster @a.xlsx --answers @k.txt --as-of 2020-12-31 --region west --out @sub/../k.txt',
    ],
  ],
  merge: [['output_holds_input', '@county/roster.csv --key @k.txt --into @county']],
  load: [],
  export: [
    ['output_in_folder', '--from @merged --out @merged/packs/000001.jsonl'],
    ['output_in_folder', '--from @merged --answers @merged/project.json'],
    ['output_twice', '--from @merged --out @new.xlsx --answers @new.xlsx'],
    ['output_exists', '--from @merged --format csv --into @data'],
  ],
  reconcile: [
    ['output_is_input', '--roster @a.xlsx --list @b.txt --source 低保 --date 2020-12-31 --out @sub/../b.txt'],
  ],
  answers: [['output_is_input', '@a.xlsx --out @linked.xlsx']],
  xlsform: [['output_twice', '--out @new.xlsx --xform @sub/../NEW.xlsx']],
}

async function everything(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory())
  const texts = files.map(
    async ({ parentPath, name }) => `${name}:${await readFile(join(parentPath, name), 'utf8')}`,
  )
  return (await Promise.all(texts)).toSorted()
}

describe('every command', () => {
  it.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])(
    '%s refuses an output that would destroy something, and leaves everything as it was',
    async (name) => {
      for (const part of ['sub', 'county', 'data', 'merged', 'merged/packs']) await mkdir(at(part))
      const kept = [
        'a.xlsx',
        'b.txt',
        'k.txt',
        'county/roster.csv',
        'data/户.csv',
        'merged/project.json',
        'merged/packs/000001.jsonl',
      ]
      for (const file of kept) await writeFile(at(file), 'kept')
      await symlink(at('a.xlsx'), at('linked.xlsx'))
      await link(at('a.xlsx'), at('hard.xlsx'))
      const before = await everything()
      for (const [code, words] of CASES[name]) {
        complained = ''
        const own = words.replaceAll('@', `${folder}/`).split(' ')
        expect([await COMMANDS[name](own), toldAs(code).test(complained)], words).toEqual([1, true])
        expect(await everything(), words).toEqual(before)
      }
    },
  )
})

describe('outputProblems', () => {
  const codesOf = async (paths: Parameters<typeof outputProblems>[0]) =>
    (await outputProblems(paths)).map(({ code }) => code)

  it('has nothing against other files, whether they are there or not', async () => {
    await writeFile(at('in.csv'), '')
    await writeFile(at('old.xlsx'), '')
    const writes = [at('old.xlsx'), at('new.json'), null]
    expect(
      await codesOf({ reads: [at('in.csv')], writes, makes: [at('made.csv')], fills: at('empty') }),
    ).toEqual([])
  })
  it('lets a workbook lie in the merged folder, under a name the folder does not use itself', async () => {
    await mkdir(at('merged'))
    const writes = [at('merged/review.xlsx'), at('merged/LOCK')]
    expect(await codesOf({ readsFolder: at('merged'), writes })).toEqual(['output_in_folder'])
  })
  it('finds a package in a folder within the one that is filled, and behind a link there', async () => {
    await mkdir(at('into/from'), { recursive: true })
    await writeFile(at('elsewhere.yihu'), '')
    await symlink(at('elsewhere.yihu'), at('into/from/a.yihu'))
    expect(await codesOf({ reads: [at('into/from/a.yihu')], fills: at('into') })).toEqual([
      'output_holds_input',
    ])
  })
})
