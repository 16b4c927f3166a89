import type { RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import type { XmlHandler } from '../xml/OpenElements'
import { readXml } from '../xml/readXml'
import { XmlFault } from '../xml/XmlFault'
import { DAYS_FROM_1900_TO_1904 } from './dayCell'
import { draftTables } from './draftTables'
import { refusedFile } from './fileProblem'
import { readXlsbSheet, type XlsbContext } from './readXlsbSheet'
import { SheetDraft } from './SheetDraft'
import { SheetFault } from './SheetFault'
import { XlsbFault } from './xlsbRecords'
import { xlsbDayStyles, xlsbStrings, xlsbWorkbook, type XlsbSheetEntry } from './xlsbWorkbook'

type Parts = ReadonlyMap<string, Uint8Array>

/** The sheets of an .xlsb, of its unpacked and checked parts. */
export function readXlsb({ name: file }: RosterFile, parts: Parts): SheetsOfFile {
  try {
    const relations = relationsOf(parts.get('xl/_rels/workbook.bin.rels'))
    const partOf = (type: string) =>
      parts.get(relations.find((relation) => relation.type === type)?.part ?? '')
    const workbook = xlsbWorkbook(parts.get('xl/workbook.bin') ?? new Uint8Array())
    const epochShift = workbook.is1904 ? DAYS_FROM_1900_TO_1904 : 0
    const context = {
      strings: xlsbStrings(partOf('sharedStrings')),
      dayStyles: xlsbDayStyles(partOf('styles')),
      epochShift,
    }
    const sheets = workbook.sheets.map((entry) => draftOf(entry, parts, relations, context))
    return {
      tables: draftTables({ sheets, epochShift, isCalculated: workbook.isCalculated }, file),
      problems: [],
    }
  } catch (error) {
    return refusal(file, error)
  }
}

function draftOf(
  { name, visibility, relation }: XlsbSheetEntry,
  parts: Parts,
  relations: readonly Relation[],
  context: XlsbContext,
): SheetDraft {
  const sheet = new SheetDraft(name)
  sheet.visibility = visibility
  const target = relations.find(({ id }) => id === relation)
  // Sheets of charts, dialogs and macros hold no cells.
  if (target !== undefined && target.type !== 'worksheet') return sheet
  const part = parts.get(target?.part ?? '')
  if (part === undefined) throw new SheetFault('sheet_unreadable', name)
  try {
    readXlsbSheet(part, sheet, context)
  } catch (error) {
    throw isDamage(error) ? new SheetFault('sheet_unreadable', name) : error
  }
  return sheet
}

function refusal(file: string, error: unknown): SheetsOfFile {
  if (error instanceof SheetFault) return refusedFile(file, error.code, error.sheet)
  if (isDamage(error) || error instanceof XmlFault) return refusedFile(file, 'file_unreadable', '.xlsb')
  throw error
}

/** Reading past the end of a record throws the `RangeError` of its `DataView`. */
function isDamage(error: unknown): boolean {
  return error instanceof XlsbFault || error instanceof RangeError
}

interface Relation {
  readonly id: string
  /** The last word of its type. */
  readonly type: string
  readonly part: string
}

/** Which parts the workbook part refers to. */
function relationsOf(xml: Uint8Array | undefined): readonly Relation[] {
  const relations: Relation[] = []
  const handler: XmlHandler = {
    open(name, attribute) {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')]
      if (name !== 'rel:Relationship' || id === undefined || type === undefined || target === undefined)
        return
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part })
    },
    close: () => undefined,
    text: () => undefined,
  }
  if (xml !== undefined) readXml(xml, RELATIONSHIPS, handler)
  return relations
}

const RELATIONSHIPS: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
])
