import type { RawCell } from '../../domain/roster/SheetTable'
import type { AttributeOf, XmlHandler } from '../xml/OpenElements'
import { DAYS_FROM_1900_TO_1904, dayCell } from './dayCell'
import { isoDateCell } from './isoDateCell'
import { SheetDraft } from './SheetDraft'
import { SheetFault } from './SheetFault'
import { COLUMN_LIMIT } from './sheetOutOfBounds'
import { SpreadsheetMlStyles } from './SpreadsheetMlStyles'

/** Collects the sheets of an XML Spreadsheet 2003 file while it is read. */
export class SpreadsheetMlSheets implements XmlHandler {
  readonly sheets: SheetDraft[] = []
  epochShift = 0
  isCalculated = true
  isSpreadsheet = false
  private readonly path: string[] = []
  private readonly styles = new SpreadsheetMlStyles()
  private sheet: SheetDraft | null = null
  private columnStyles: (string | undefined)[] = []
  private nextColumn = 0
  private row = 0
  private rowEnd = 0
  private rowStyle: string | undefined
  private column = 0
  private columnEnd = 0
  private cell: OpenCell | null = null
  /** The text of the innermost element that is needed. */
  private content = ''

  open(name: string, attribute: AttributeOf): void {
    const parent = this.path.at(-1)
    this.path.push(name)
    const value: AttributeOf = (attributeName) => attribute(`ss:${attributeName}`) ?? attribute(attributeName)
    switch (name) {
      case 'ss:Workbook':
        this.isSpreadsheet = true
        break
      case 'x:Date1904':
        this.epochShift = DAYS_FROM_1900_TO_1904
        break
      case 'x:Uncalced':
        this.isCalculated = false
        break
      case 'ss:Style':
        this.styles.open(value('ID'), value('Parent'))
        break
      case 'ss:NumberFormat':
        this.styles.format(value('Format'))
        break
      case 'ss:Worksheet':
        this.beginSheet(value)
        break
      case 'ss:Column':
        this.readColumns(value)
        break
      case 'ss:Row':
        this.beginRow(value)
        break
      case 'ss:Cell':
        this.beginCell(value)
        break
      case 'ss:Data':
        // The one in a comment does not belong to a cell.
        if (parent === 'ss:Cell' && this.cell !== null) this.cell.type = value('Type') ?? ''
        this.content = ''
        break
      case 'x:Visible':
        this.content = ''
    }
  }

  close(name: string): void {
    this.path.pop()
    const parent = this.path.at(-1)
    if (name === 'ss:Data' && parent === 'ss:Cell' && this.cell !== null) this.cell.content = this.content
    else if (name === 'x:Visible' && parent === 'x:WorksheetOptions') this.show(this.content.trim())
    else if (name === 'ss:Cell') this.endCell()
    else if (name === 'ss:Row') this.row = this.rowEnd
    else if (name === 'ss:Worksheet') this.endSheet()
  }

  text(text: string): void {
    this.content += text
  }

  private beginSheet(value: AttributeOf): void {
    this.sheet = new SheetDraft(value('Name') ?? '')
    this.columnStyles = []
    this.nextColumn = 0
    this.row = 0
  }

  private endSheet(): void {
    if (this.sheet !== null) this.sheets.push(this.sheet)
    this.sheet = null
  }

  private show(visible: string): void {
    if (this.sheet === null) return
    if (visible === 'SheetHidden') this.sheet.visibility = 'hidden'
    else if (visible === 'SheetVeryHidden') this.sheet.visibility = 'very_hidden'
  }

  private readColumns(value: AttributeOf): void {
    const first = this.placeOf(value('Index'), this.nextColumn)
    const count = 1 + countOf(value('Span'))
    if (value('Hidden') === '1') this.sheet?.hiddenColumns.push({ first, count })
    const style = value('StyleID')
    for (let at = first; at < Math.min(first + count, COLUMN_LIMIT); at++) this.columnStyles[at] = style
    this.nextColumn = first + count
  }

  private beginRow(value: AttributeOf): void {
    this.row = this.placeOf(value('Index'), this.row)
    // Rows that look like this one, and hold nothing.
    this.rowEnd = this.row + 1 + countOf(value('Span'))
    if (value('Hidden') === '1')
      this.sheet?.hiddenRows.push({ first: this.row, count: this.rowEnd - this.row })
    this.rowStyle = value('StyleID')
    this.columnEnd = 0
  }

  private beginCell(value: AttributeOf): void {
    this.column = this.placeOf(value('Index'), this.columnEnd)
    const right = this.column + countOf(value('MergeAcross'))
    const bottom = this.row + countOf(value('MergeDown'))
    if (right > this.column || bottom > this.row)
      this.sheet?.merges.push({ top: this.row, left: this.column, bottom, right })
    this.columnEnd = right + 1
    this.cell = {
      style: value('StyleID') ?? this.rowStyle ?? this.columnStyles[this.column] ?? 'Default',
      formula: value('Formula'),
      type: null,
      content: '',
    }
  }

  private endCell(): void {
    if (this.sheet === null || this.cell === null) return
    const { formula } = this.cell
    const cell = this.valueOf(this.cell)
    if (formula === undefined) this.sheet.put(this.row, this.column, cell)
    else this.sheet.putResult(this.row, this.column, formula.replace(/^=/, ''), cell)
    this.cell = null
  }

  private valueOf({ type, content, style }: OpenCell): RawCell {
    switch (type) {
      case null:
        return null
      case 'Number':
        return this.numberOf(content.trim(), style)
      case 'DateTime':
        return content.trim() === '' ? null : isoDateCell(content)
      case 'Boolean':
        return content.trim() === '' ? null : content.trim() === '1'
      case 'Error':
        return { kind: 'error', text: content.trim() || '#ERROR' }
      default:
        return content
    }
  }

  /** What is not a number stays text, and the reader of numbers reports it. */
  private numberOf(text: string, style: string): RawCell {
    const number = Number(text)
    if (text === '') return null
    if (Number.isNaN(number)) return text
    if (!Number.isFinite(number)) return { kind: 'error', text: '#NUM!' }
    return this.styles.isDay(style) ? dayCell(number, this.epochShift) : number
  }

  /** Indices count from 1, and only go on; without one it is the next place. */
  private placeOf(index: string | undefined, next: number): number {
    if (index === undefined) return next
    const place = Number(index) - 1
    if (!Number.isInteger(place) || place < next)
      throw new SheetFault('sheet_unreadable', this.sheet?.name ?? '')
    return place
  }
}

interface OpenCell {
  readonly style: string
  readonly formula: string | undefined
  type: string | null
  content: string
}

function countOf(more: string | undefined): number {
  return more !== undefined && /^\d+$/.test(more) ? Number(more) : 0
}
