import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHEETS_PER_FILE } from '../../src/adapters/resources/forms'
import { BLANK_FORM } from '../../src/application/forms/ChosenForm'
import { inFiles } from '../../src/application/forms/inFiles'
import { readPart, unpackParts } from '../office/workbookParts'
import { runYihu } from './runYihu'
import { toldAs } from './toldAs'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-forms-'))
  await runYihu('practice', '--households', '24', '--seed', '2', '--out', at('county'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function forms(...words: readonly string[]) {
  const files = ['--roster', at('county/roster.xlsx'), '--answers', at('county/answers.jsonl')]
  return runYihu('forms', ...files, '--as-of', '2020-12-31', '--region', 'west', ...words)
}

async function partOf(file: string, path: string): Promise<string> {
  return readPart(unpackParts(new Uint8Array(await readFile(at(file)))), path)
}

async function sheetNames(file: string): Promise<readonly string[]> {
  const xml = await partOf(file, 'xl/workbook.xml')
  return [...xml.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => name)
}

describe('yihu forms', () => {
  it('writes a sheet for each household of a village, by number and head', async () => {
    const { code, stderr } = await forms(
      '--village',
      '上寨村',
      '--form',
      'income-check',
      '--out',
      at('village.xlsx'),
    )
    expect(code, stderr).toBe(0)
    const names = await sheetNames('village.xlsx')
    expect(names.length).toBeGreaterThan(5)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^(5399\d{6}|无编号) \S+/)
  })
  it('writes several forms of one household, each by its title too', async () => {
    const words = ['--household', '5399000001', '--form', 'household-visit', '--form', BLANK_FORM]
    expect((await forms(...words, '--out', at('one.xlsx'))).code).toBe(0)
    const names = await sheetNames('one.xlsx')
    expect(names.map((name) => name.split(' ').at(-1))).toEqual(['入户核查表', '入户问卷（空白）'])
  })
  it('writes one sheet a village, and one of the county', async () => {
    await forms('--all', '--form', 'village-summary', '--form', 'county-summary', '--out', at('sums.xlsx'))
    const names = await sheetNames('sums.xlsx')
    expect(names.filter((name) => name.endsWith('村级认定表')).length).toBeGreaterThan(0)
    expect(names.filter((name) => name.endsWith('县级汇总表'))).toHaveLength(1)
  })
  it('takes a form that is a file of the user’s own, without code', async () => {
    const own = {
      name: 'water-only',
      of: 'household',
      title: { 'zh-CN': '饮水登记', en: 'Water' },
      page: { orientation: 'portrait', size: 12 },
      blocks: [
        {
          kind: 'fields',
          perRow: 1,
          fields: [{ label: { 'zh-CN': '水源', en: 'Source' }, value: 'answer.water_source' }],
        },
      ],
    }
    await writeFile(at('water.json'), JSON.stringify(own))
    const words = ['--household', '5399000001', '--form', at('water.json'), '--out', at('water.xlsx')]
    expect((await forms(...words)).code).toBe(0)
    expect(await partOf('water.xlsx', 'xl/sharedStrings.xml')).toContain('饮水登记')
  })
  it('has a Chinese file name where none is given', async () => {
    await mkdir(at('here'))
    const own = process.cwd()
    process.chdir(at('here'))
    try {
      await forms('--village', '上寨村', '--form', 'household-visit')
      await forms('--village', '上寨村', '--form', 'household-visit', '--lang', 'en')
    } finally {
      process.chdir(own)
    }
    expect((await readdir(at('here'))).toSorted()).toEqual([
      'Household visit form_上寨村.xlsx',
      '入户核查表_上寨村.xlsx',
    ])
  })
  it.each([
    ['forms_household_unknown', ['--household', '999', '--form', 'blank']],
    ['forms_village_unknown', ['--village', '没有村', '--form', 'blank']],
    ['forms_form_unknown', ['--all', '--form', 'no-such-form']],
  ] as const)('refuses with %s, and writes nothing', async (code, words) => {
    const ran = await forms(...words, '--out', at('refused.xlsx'))
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(toldAs(code))
    expect(await readdir(folder)).not.toContain('refused.xlsx')
  })
  it('refuses a form’s file with the place of what is wrong in it', async () => {
    await writeFile(at('wrong.json'), '{"name":"x"}')
    const ran = await forms('--all', '--form', at('wrong.json'), '--out', at('refused.xlsx'))
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(toldAs('form_part_invalid'))
    expect(ran.stderr).toContain('wrong.json')
  })
  it.each([[['--all', '--village', '上寨村']], [[]], [['--all', '--json']]])(
    'is used wrongly: %j',
    async (words) => {
      expect((await forms(...words)).code).toBe(2)
    },
  )
})

describe('files of many forms', () => {
  it('hold each form once, in order, no more than a file should', () => {
    const items = Array.from({ length: 2 * SHEETS_PER_FILE + 1 }, (_, index) => index)
    const files = inFiles(items, SHEETS_PER_FILE, '表.xlsx')
    expect(files.map(({ name }) => name)).toEqual(['表.xlsx', '表-2.xlsx', '表-3.xlsx'])
    expect(files.flatMap((file) => file.items)).toEqual(items)
    expect(Math.max(...files.map((file) => file.items.length))).toBe(SHEETS_PER_FILE)
  })
})
