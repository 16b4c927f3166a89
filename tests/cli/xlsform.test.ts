import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readSheets } from '../../src/adapters/excel/readSheets'
import { answersCommand } from '../../src/cli/answers'
import { xlsformCommand } from '../../src/cli/xlsform'
import { toldAs } from './toldAs'

let folder = ''
let complained = ''
const at = (name: string): string => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-xlsform-'))
  complained = ''
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation((text: string) => void (complained += text))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

describe('yihu xlsform', () => {
  it('writes the XLSForm and the XForm, with the reference date given', async () => {
    const words = ['--out', at('表.xlsx'), '--xform', at('表.xml'), '--as-of', '2020-12-31']
    expect(await xlsformCommand(words)).toBe(0)
    const { tables } = readSheets({ name: '表.xlsx', bytes: await readFile(at('表.xlsx')) })
    expect(tables.map(({ sheet }) => sheet)).toEqual(['survey', 'choices', 'settings'])
    expect(await readFile(at('表.xml'), 'utf8')).toContain(`as_of" type="string" calculate="'2020-12-31'"`)
  })

  it('refuses a date that is none, with nothing written', async () => {
    expect(await xlsformCommand(['--out', at('表.xlsx'), '--as-of', '2020-13-01'])).toBe(1)
    expect(complained).toMatch(toldAs('as_of_unreadable'))
    expect(await readdir(folder)).toEqual([])
  })

  it.each([[[]], [['--out', 'a.xlsx', '--kind', 'other']]])('has no use for the words %j', async (words) => {
    expect(await xlsformCommand(words)).toBe(2)
  })
})

describe('yihu answers', () => {
  it('writes collected answers as lines', async () => {
    await writeFile(at('收.csv'), 'identity/household_key,food/food_enough\nh1,all_year\nh2,often_short\n')
    expect(await answersCommand([at('收.csv'), '--out', at('答.jsonl')])).toBe(0)
    expect((await readFile(at('答.jsonl'), 'utf8')).split('\n')).toEqual([
      '{"household":"h1","question":"food_enough","value":"all_year"}',
      '{"household":"h2","question":"food_enough","value":"often_short"}',
      '',
    ])
  })

  it('writes nothing where one cell is not understood', async () => {
    await writeFile(at('收.csv'), 'household_key,food_enough\nh1,all_year\nh2,够\n')
    expect(await answersCommand([at('收.csv'), '--out', at('答.jsonl')])).toBe(1)
    expect(complained).toContain('B3')
    expect(complained).toMatch(toldAs('collected_choice_unknown'))
    expect(await readdir(folder)).toEqual(['收.csv'])
  })

  it('takes only households of the lists that it is given', async () => {
    await writeFile(at('收.csv'), 'household_key,food_enough\nh1,all_year\n')
    await writeFile(at('名单.csv'), '户编号,人编号,姓名,与户主关系\n5399000001,539900000101,张三,户主\n')
    expect(await answersCommand([at('收.csv'), '--out', at('答.jsonl'), '--roster', at('名单.csv')])).toBe(1)
    expect(complained).toMatch(toldAs('collected_household_unknown'))
  })
})
