import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { utils, write } from 'xlsx'
import { rosterCommand } from '../../src/cli/roster'
import { inventedId } from '../fixtures/roster/inventedPeople'
import { toldAs } from './toldAs'

const LI = inventedId('1970-01-01', 1)
let folder = ''
let printed = ''
let complained = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-roster-'))
  printed = complained = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (printed += text))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void (complained += text))
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const list = (id = LI) =>
  file(
    'list.csv',
    `行政村,姓名,证件号码,与户主关系,脱贫属性,人均纯收入\n丙村,李建国,${id},户主,已脱贫,5200\n`,
  )

describe('yihu roster', () => {
  it('reads a hidden sheet only when it is named', async () => {
    const book = utils.book_new()
    const header = ['户编号', '姓名', '脱贫属性']
    utils.book_append_sheet(book, utils.aoa_to_sheet([header, ['51', '李建国', '已脱贫']]), '新')
    utils.book_append_sheet(book, utils.aoa_to_sheet([header, ['59', '钱旧', '未脱贫']]), '旧')
    book.Workbook = { Sheets: [{ name: '新' }, { name: '旧', Hidden: 1 }] }
    const path = join(folder, 'a.xlsx')
    writeFileSync(path, new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer))
    expect(await rosterCommand([path])).toBe(0)
    expect(printed).toContain('共 1 户')
    expect(printed).toContain('旧: 隐藏的表，没有读')
    expect(complained).toMatch(toldAs('sheet_hidden'))
    printed = ''
    expect(await rosterCommand([path, '--hidden-sheet', '旧'])).toBe(0)
    expect(printed).toContain('共 2 户')
    expect(await rosterCommand([path, '--hidden-sheet', '无'])).toBe(1)
    expect(complained).toMatch(toldAs('sheet_unknown'))
  })

  it('prints one JSON document, exactly as documented, when asked for JSON', async () => {
    expect(await rosterCommand([list(), '--json'])).toBe(0)
    const document = JSON.parse(printed) as { households: { id: string; members: { id: string }[] }[] }
    const [household] = document.households
    expect(document).toEqual({
      rows: { read: 2, imported: 1, merged: 0, skipped: 1, rejected: 0 },
      households: [
        {
          id: household?.id,
          headName: '李建国',
          status: 'exited',
          exitYear: null,
          identifiedYear: null,
          village: '丙村',
          registryIncome: 5200,
          members: [
            {
              id: household?.members[0]?.id,
              name: '李建国',
              idNumber: LI,
              relation: 'head',
              birthDate: '1970-01-01',
              sex: 'male',
            },
          ],
        },
      ],
      problems: [],
    })
  })

  it('reports problems with text and remedy in the language asked for', async () => {
    await rosterCommand([list('990101197001010012'), '--json', '--lang', 'en'])
    const { problems } = JSON.parse(printed) as { problems: unknown[] }
    expect(problems).toEqual([
      {
        code: 'id_checksum',
        severity: 'warning',
        file: 'list.csv',
        sheet: 'list.csv',
        cell: 'C2',
        line: null,
        value: '990101197001010012',
        message: 'ID number "990101197001010012" fails its checksum; a digit may be wrong.',
        remedy: 'Check the ID number.',
      },
    ])
  })

  it('reports to people on stdout, and its problems on stderr', async () => {
    expect(await rosterCommand([list('990101197001010012')])).toBe(0)
    expect(printed).toContain('共 1 户，1 人。')
    expect(printed).toMatch(/C {3}证件号码$/m)
    expect(complained).toMatch(toldAs('id_checksum'))
    expect(complained).toContain('list.csv C2')
  })

  it('makes other keys when the salt is another', async () => {
    const key = async (...more: string[]) => {
      printed = ''
      await rosterCommand([list(), '--json', ...more])
      return (JSON.parse(printed) as { households: { id: string }[] }).households[0]?.id
    }
    const keys = [await key(), await key(), await key('--salt', 'another')]
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('ends with 1 when a file is refused', async () =>
    expect(await rosterCommand([file('a.xlsx', '%PDF-1.7'), '--json'])).toBe(1))
  it.each([[[]], [['--wrong']], [['--lang', 'fr', 'list.csv']]])(
    'ends with 2 when used as %j',
    async (args) => {
      expect(await rosterCommand(args)).toBe(2)
      expect(complained).toContain('usage: yihu roster')
    },
  )
  it('ends with 2, and names the file, when it is not there', async () => {
    expect(await rosterCommand(['no-such-file.xlsx'])).toBe(2)
    expect(complained).toMatch(toldAs('file_missing'))
    expect(complained).not.toContain('usage')
  })
})
