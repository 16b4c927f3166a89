import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { runYihu } from './runYihu'
import { toldAs } from './toldAs'

interface Told {
  readonly both: readonly {
    readonly register: { readonly member: string; readonly idNumber: string | null }
    readonly other: { readonly row: number }
    readonly by: string
    readonly cells: readonly { readonly field: string; readonly register: unknown; readonly other: unknown }[]
  }[]
  readonly unclear: readonly { readonly why: string }[]
  readonly onlyRegister: readonly unknown[]
  readonly onlyOther: readonly { readonly name: string }[]
}

interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly idNumber: string | null
  readonly village: string
}

let folder = ''
let people: readonly ListedPerson[] = []
let words: readonly string[] = []
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-reconcile-'))
  await runYihu('practice', '--households', '20', '--seed', '4', '--out', folder)
  const roster = JSON.parse((await runYihu('roster', at('roster.xlsx'), '--json')).stdout) as {
    households: { village: string; members: Omit<ListedPerson, 'village'>[] }[]
  }
  const all = roster.households.flatMap(({ village, members }) =>
    members.map((member) => ({ ...member, village })),
  )
  const timesOf = (idNumber: string | null) => all.filter((each) => each.idNumber === idNumber).length
  people = all.filter(({ idNumber }) => /^\d{17}[\dX]$/.test(idNumber ?? '') && timesOf(idNumber) === 1)
  const [first, second, third, fourth] = people as [ListedPerson, ListedPerson, ListedPerson, ListedPerson]
  const rows = [
    ['2020年城乡低保花名册', '', '', '', ''],
    ['姓名', '身份证号', '村', '月保障金', '备注'],
    [first.name, first.idNumber?.toLowerCase(), first.village, '350', '=1+1'],
    // Another number with a wrong check character: matched by name and village.
    [second.name, `${second.idNumber?.slice(0, 17)}?`, second.village, '200', ''],
    [third.name, third.idNumber, third.village, '100', ''],
    [third.name, third.idNumber, third.village, '100', ''],
    ['外村人', '', '没有这个村', '90', ''],
    [`${fourth.name}子`, fourth.idNumber, '别村', '1', ''],
  ]
  await writeFile(at('低保.csv'), rows.map((row) => `${row.join(',')}\n`).join(''))
  words = [
    'reconcile',
    '--roster',
    at('roster.xlsx'),
    '--list',
    at('低保.csv'),
    '--source',
    '县民政局低保名册',
    '--date',
    '2020-06-30',
  ]
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('yihu reconcile', { timeout: 60_000 }, () => {
  it('tells who is on both lists, where they differ, who is unclear and who is on one alone', async () => {
    const ran = await runYihu(...words, '--json')
    expect(ran.code).toBe(0)
    const told = JSON.parse(ran.stdout) as Told
    const [first, second, , fourth] = people
    const matched = (id: string | undefined) => told.both.find(({ register }) => register.member === id)
    expect(matched(first?.id)).toMatchObject({ by: 'id_number', cells: [], other: { row: 3 } })
    expect(matched(second?.id)?.by).toBe('name_village')
    expect(matched(second?.id)?.cells.map(({ field }) => field)).toEqual(['idNumber'])
    expect(matched(fourth?.id)?.cells.map(({ field, other }) => [field, other])).toEqual([
      ['name', `${fourth?.name}子`],
      ['village', '别村'],
    ])
    expect(told.unclear).toMatchObject([{ why: 'several' }])
    expect(told.onlyOther.map(({ name }) => name)).toEqual(['外村人'])
    expect(JSON.stringify({ ...told, problems: [] })).not.toMatch(/\d{17}/)
  })
  it('writes a workbook with a sheet a group, ID numbers masked, and says in words what was found', async () => {
    const ran = await runYihu(...words, '--out', at('核对.xlsx'))
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('分不清')])
    const workbook = read(await readFile(at('核对.xlsx')))
    expect(workbook.SheetNames).toEqual([
      '核对说明',
      '不一致',
      '分不清',
      '只在另一份',
      '只在名单',
      '两边都有',
    ])
    const rowsOf = (sheet: string) =>
      utils.sheet_to_json<Record<string, unknown>>(workbook.Sheets[sheet] ?? {})
    expect(rowsOf('只在另一份')).toMatchObject([{ 姓名: '外村人', 村: '没有这个村' }])
    expect(rowsOf('不一致').map((row) => row['栏目'])).toEqual(
      expect.arrayContaining(['证件号码', '姓名', '行政村']),
    )
    expect(JSON.stringify(workbook.SheetNames.map(rowsOf))).not.toMatch(/\d{17}/)
    const cover = JSON.stringify(utils.sheet_to_json(workbook.Sheets['核对说明'] ?? {}))
    expect(cover).toContain('县民政局低保名册')
  })
  it('reads a list of nothing but names and numbers', async () => {
    const [first] = people
    await writeFile(at('参保.csv'), `姓名,证件号码\n${first?.name},${first?.idNumber}\n`)
    const ran = await runYihu(
      ...words.map((word) => (word === at('低保.csv') ? at('参保.csv') : word)),
      '--json',
    )
    expect((JSON.parse(ran.stdout) as Told).both.map(({ register }) => register.member)).toEqual([first?.id])
  })
  it('refuses a list that names nobody, and is wrong usage without source and day', async () => {
    await writeFile(at('空.csv'), '姓名,证件号码,村\n')
    const ran = await runYihu(
      ...words.map((word) => (word === at('低保.csv') ? at('空.csv') : word)),
      '--json',
    )
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringMatching(toldAs('no_person'))])
    expect((await runYihu(...words.slice(0, -2))).code).toBe(2)
    expect((await runYihu(...words.slice(0, -1), '2020-13-01')).code).toBe(2)
  })
})
