import type { FoundSheet, ImportedRoster } from '../application/roster/importRoster'
import type { Texts } from '../application/texts/Texts'
import type { RowCounts } from '../domain/roster/Roster'
import { problemLines } from './problemLines'

interface ReportWords {
  readonly refused: string
  readonly households: (count: number, members: number) => string
  readonly rows: (rows: RowCounts) => string
  readonly sheet: (sheet: FoundSheet) => string
  readonly notes: string
  readonly leftOut: string
  readonly unknownColumns: string
}

/** The calm report of `yihu roster`: what was found goes to stdout, the problems, by kind with their cells, to stderr. */
export function rosterReport(
  roster: ImportedRoster,
  texts: Texts,
  isVerbose = false,
): { readonly found: string; readonly problems: string } {
  const words = WORDS[texts.language]
  const members = roster.households.reduce((sum, household) => sum + household.members.length, 0)
  const found = [
    roster.refused ? words.refused : words.households(roster.households.length, members),
    words.rows(roster.rows),
    ...roster.sheets.flatMap((sheet) => sheetLines(sheet, words, texts)),
  ]
  return {
    found: found.join('\n'),
    problems: problemLines(roster.problems, texts, isVerbose),
  }
}

function sheetLines(sheet: FoundSheet, words: ReportWords, texts: Texts): readonly string[] {
  const unread = sheet.isLeftOut ? words.leftOut : words.notes
  const state = sheet.headerRows === null ? unread : words.sheet(sheet)
  const title = `\n${sheet.file} › ${sheet.sheet}: ${state}`
  const mapped = sheet.columns.filter((column) => column.field !== null)
  const unknown = sheet.columns.filter((column) => column.field === null && !column.known)
  const lines = [
    title,
    ...mapped.map(({ letters, header, field }) => {
      const meaning = field === null ? header : texts.term('rosterFields', field)
      return `  ${letters.padEnd(3)} ${header}${header === meaning ? '' : ` → ${meaning}`}`
    }),
  ]
  if (unknown.length === 0) return lines
  return [
    ...lines,
    `  ${words.unknownColumns}: ${unknown.map(({ letters, header }) => `${letters} ${header}`).join(', ')}`,
  ]
}

const WORDS: Readonly<Record<'zh-CN' | 'en', ReportWords>> = {
  'zh-CN': {
    refused: '未导入任何内容。',
    households: (count, members) => `共 ${count} 户，${members} 人。`,
    rows: ({ read, imported, merged, skipped, rejected }) =>
      `读取 ${read} 行 = 导入 ${imported} + 并入 ${merged} + 跳过 ${skipped} + 退回 ${rejected}`,
    sheet: ({ headerRows }) => `表头第 ${headerRows?.first}–${headerRows?.last} 行`,
    notes: '没有表头，按说明页跳过',
    leftOut: '隐藏的表，没有读',
    unknownColumns: '不认识的列（原样保留）',
  },
  en: {
    refused: 'Nothing was imported.',
    households: (count, members) => `${count} households, ${members} members.`,
    rows: ({ read, imported, merged, skipped, rejected }) =>
      `${read} rows read = ${imported} imported + ${merged} merged + ${skipped} skipped + ${rejected} rejected`,
    sheet: ({ headerRows }) => `header in rows ${headerRows?.first} to ${headerRows?.last}`,
    notes: 'no header, skipped as notes',
    leftOut: 'hidden, not read',
    unknownColumns: 'Unknown columns (kept as they are)',
  },
}
