import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import { TO_BE_TOLD, type ListRow, type ListSheet } from './HonestList'
import { filledCells, type ListDraft, type ListMutation, type ListMutations } from './ListDraft'
import { delimitedText, lineOf, quoted } from './writeDelimited'
import type { DelimitedSpelling } from './Writing'

/** What happens to text between separators. */
export const delimitedMutations: ListMutations = {
  lineEndsMixed: delimited((sheet, _, { random }) => {
    // A blank line between CR and LF would be none.
    for (const row of sheet.rows) row.lineEnd = row.line === '' ? '\r\n' : random.pick(['\n', '\r\n', '\r'])
    return true
  }),
  blankLines: delimited((sheet) => {
    sheet.rows = sheet.rows.flatMap((row) => [row, { cells: [], person: null, line: '', lineEnd: '\r\n' }])
    while (sheet.rows.at(-1)?.line === '') sheet.rows.pop()
    return true
  }),
  // Excel's own first line: no row of the table, but a line of the file.
  separatorLine: delimited((sheet, { separator }) => {
    sheet.rows.unshift({ cells: [], person: null, line: `sep=${separator}` })
    return true
  }),
  separatorsBehind: delimited((sheet, spelling) => {
    for (const row of sheet.rows) row.line = lineOf(row, spelling) + spelling.separator.repeat(3)
    return true
  }),
  quoteStray: oneLine((cells, random) => {
    const column = cells.findIndex((cell) => cell !== '')
    const at = random.pick([column, random.between(0, cells.length - 1)])
    const cell = cells[at] ?? ''
    cells[at] = random.pick([
      `"${cell}`,
      `${cell}"`,
      `${cell.slice(0, 1)}"${cell.slice(1)}`,
      `"${cell}"x`,
      `"${cell}" `,
      `""${cell}"`,
    ])
  }),
  quoteInRemark: oneLine((cells, random) => {
    cells[cells.length - 1] = random.pick(['"外出务工', '"外出"务工', '外出"务工"', '"', '""外出', '"外出""'])
  }),
  separatorInside: oneLine((cells, random, separator) => {
    const filled = cells.flatMap((cell, index) => (cell.length > 1 ? [index] : []))
    const at = random.pick(filled)
    const cell = cells[at] ?? ''
    cells[at] = `${cell.slice(0, 1)}${separator}${cell.slice(1)}`
  }),
  separatorMissing: oneLine((cells, random) => {
    const at = random.between(0, cells.length - 2)
    cells.splice(at, 2, `${cells[at]}${cells[at + 1]}`)
  }),
  rowCutShort: oneLine((cells, random) => {
    const second = cells.findIndex(
      (cell, index) => cell !== '' && cells.slice(0, index).some((one) => one !== ''),
    )
    cells.splice(Math.max(random.between(2, cells.length - 1), second + 1))
  }),
  lineBroken: delimited((sheet, spelling, { random, draft }) => {
    const row = personRow(sheet, random)
    const line = lineOf(row, { ...spelling, quotesAll: false })
    if (line.includes('"')) return false
    // A line of a single cell is a title, and reported as one: both parts have more.
    const at = random.between(1, line.length - 1)
    const parts = [line.slice(0, at), line.slice(at)].map((part) => part.split(spelling.separator))
    if (parts.some((cells) => cells.filter((cell) => cell !== '').length < 2)) return false
    const rest: ListRow = { cells: [], person: null, line: line.slice(at) }
    row.line = line.slice(0, at)
    sheet.rows.splice(sheet.rows.indexOf(row) + 1, 0, rest)
    forget(row, draft)
    draft.touched.add(rest)
    draft.mayRefuse = true
    return true
  }),
  lineBreakQuoted: delimited((sheet, _, { random, draft }) => {
    const row = personRow(sheet, random)
    const last = sheet.columns.findLastIndex(({ key }) => key === 'other')
    if (last === -1) return false
    row.cells[last] = `一行${random.pick(['\n', '\r\n', '\r'])}两行`
    draft.touched.add(row)
    return true
  }),
}

interface Means {
  readonly random: SeededRandom
  readonly draft: ListDraft
}

function delimited(
  change: (sheet: ListSheet, spelling: DelimitedSpelling, means: Means) => boolean,
): ListMutation {
  return (draft, random) => {
    const { writing, list } = draft
    if (writing.format !== 'delimited') return false
    return change(random.pick(list.sheets), writing, { random, draft })
  }
}

/** Writes the line of one person by itself. What the line no longer says may be refused, with the line named. */
function oneLine(change: (cells: string[], random: SeededRandom, separator: string) => void): ListMutation {
  return delimited((sheet, spelling, { random, draft }) => {
    if (filledCells(draft, 'name').length + filledCells(draft, 'headName').length === 0) return false
    const row = personRow(sheet, random)
    if (row.line !== undefined) return false
    const texts = row.cells.map(delimitedText)
    if (texts.some((text) => text !== quoted(text, { ...spelling, quotesAll: false }))) return false
    change(texts, random, spelling.separator)
    row.line = texts.join(spelling.separator)
    draft.touched.add(row)
    draft.mayRefuse = true
    return true
  })
}

function personRow({ rows }: ListSheet, random: SeededRandom): ListRow {
  return random.pick(rows.filter(({ person }) => person !== null))
}

/** A broken line says nothing by itself. */
function forget(row: ListRow, draft: ListDraft): void {
  draft.touched.add(row)
  if (row.person !== null) row.person.expects['name'] = TO_BE_TOLD
}
