import { describe, expect, it } from 'vitest'
import { utils, write, type BookType } from 'xlsx'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import { keyedHash } from '../../../src/adapters/crypto/keyedHash'
import { rosterVocabulary } from '../../../src/adapters/resources/rosterVocabulary'
import { importRoster } from '../../../src/application/roster/importRoster'

const HEADER = ['户编号', '姓名', '脱贫属性']
const OLD = [HEADER, ['51', '李建国', '未脱贫'], ['59', '钱旧', '未脱贫']]
const NEW = [HEADER, ['51', '李建国', '已脱贫'], ['52', '赵六', '已脱贫']]
const NOTES = [['填表说明']]

type Sheet = readonly [name: string, rows: readonly (readonly string[])[], hidden: 0 | 1 | 2]

function workbook(bookType: BookType, sheets: readonly Sheet[]): Uint8Array {
  const book = utils.book_new()
  for (const [name, rows] of sheets)
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  book.Workbook = { Sheets: sheets.map(([name, , Hidden]) => ({ name, Hidden })) }
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
}

/** Imports one file; `chosen` are the hidden sheets to read. */
function imported(bytes: Uint8Array, ...chosen: readonly string[]) {
  const choices = chosen.map((sheet) => ({ file: 'a', sheet, columns: {}, readHidden: true as const }))
  return importRoster(
    { files: [{ name: 'a', bytes }], salt: 'test', choices },
    { readSheets, vocabulary: rosterVocabulary, keyedHash },
  )
}

const said = ({ problems }: ReturnType<typeof imported>) =>
  problems.map(({ code, place, details }) => [code, place.sheet, details?.['count']])

describe.each(['xlsx', 'biff8', 'xlsb', 'xlml'] as const)(
  'a list on a hidden sheet of an %s file',
  (type) => {
    it.each([
      [1, 'sheet_hidden'],
      [2, 'sheet_very_hidden'],
    ] as const)('is left out and told when it is hidden as %i', (hidden, code) => {
      for (const sheets of [
        [
          ['旧', OLD, hidden],
          ['新', NEW, 0],
        ],
        [
          ['新', NEW, 0],
          ['旧', OLD, hidden],
        ],
      ] as const) {
        const roster = imported(workbook(type, sheets))
        expect(roster.households.map(({ id, status }) => [id, status])).toEqual([
          ['51', 'exited'],
          ['52', 'exited'],
        ])
        expect(said(roster)).toEqual([[code, '旧', 3]])
        expect(roster.rows).toEqual({ read: 6, imported: 2, merged: 0, skipped: 4, rejected: 0 })
        expect(roster.sheets.find(({ sheet }) => sheet === '旧')).toMatchObject({
          isLeftOut: true,
          headerRows: null,
        })
      }
    })

    it('is read when it is chosen', () => {
      const roster = imported(
        workbook(type, [
          ['新', NEW, 0],
          ['旧', OLD, 1],
        ]),
        '旧',
      )
      expect(roster.households.map(({ id }) => id)).toEqual(['51', '52', '59'])
      expect(said(roster).filter(([code]) => String(code).includes('hidden'))).toEqual([])
    })

    it.each([
      [1, 'only_list_hidden'],
      [2, 'only_list_very_hidden'],
    ] as const)('refuses the file when it is the only list, hidden as %i', (hidden, code) => {
      const roster = imported(
        workbook(type, [
          ['说明', NOTES, 0],
          ['旧', OLD, hidden],
        ]),
      )
      expect(roster.refused).toBe(true)
      expect(said(roster)).toEqual([
        [code, '旧', 3],
        ['sheet_skipped', '说明', undefined],
      ])
    })
  },
)

it('refuses the import when a hidden sheet is asked for that no file has', () => {
  const roster = imported(workbook('xlsx', [['新', NEW, 0]]), '旧')
  expect(roster).toMatchObject({ refused: true, problems: [{ code: 'sheet_unknown', value: '旧' }] })
})
