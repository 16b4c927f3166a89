import type { RawCell } from '../../domain/roster/SheetTable'
import type { AttributeOf, XmlHandler } from '../xml/OpenElements'
import { serialOfDay } from './isoDateCell'
import { openDocumentCell } from './openDocumentCell'
import { OpenDocumentParagraphs } from './OpenDocumentParagraphs'
import { OpenDocumentStyles } from './OpenDocumentStyles'
import { SheetDraft } from './SheetDraft'
import { SheetFault } from './SheetFault'
import { COLUMN_LIMIT } from './sheetOutOfBounds'

/** Collects the tables of an OpenDocument spreadsheet (ODF 1.3, part 3) while its XML is read: styles, then content. */
export class OpenDocumentSheets implements XmlHandler {
  readonly sheets: SheetDraft[] = []
  epochShift = 0
  isSpreadsheet = false
  generator = ''
  private readonly path: string[] = []
  private readonly styles = new OpenDocumentStyles()
  private readonly paragraphs = new OpenDocumentParagraphs()
  /** Number of open elements whose content is ignored. */
  private passedOver = 0
  private sheet: SheetDraft | null = null
  private readonly groupsHidden: boolean[] = []
  private columnStyles: (string | undefined)[] = []
  private row = 0
  private column = 0
  private rowAttribute: AttributeOf = NONE
  private cellAttribute: AttributeOf = NONE

  open(name: string, attribute: AttributeOf): void {
    if (this.passedOver > 0 || this.isPassedOver(name, attribute)) this.passedOver++
    else this.begin(name, attribute)
    this.path.push(name)
  }

  close(name: string): void {
    this.path.pop()
    if (this.passedOver > 0) this.passedOver--
    else this.end(name)
  }

  text(text: string): void {
    if (this.passedOver > 0) return
    if (this.path.at(-1) === 'meta:generator') this.generator += text
    else this.paragraphs.text(text)
  }

  /** Tables of charts, of changes and of other files do not belong to the spreadsheet; notes are not part of the cell. */
  private isPassedOver(name: string, attribute: AttributeOf): boolean {
    if (name !== 'table:table') return PASSED_OVER.has(name) || name.startsWith('draw:')
    if (this.sheet !== null) throw new SheetFault('sheet_unreadable', this.sheet.name)
    const isSheet = this.path.at(-1) === 'office:spreadsheet'
    return !isSheet || (attribute('table:name') ?? '').startsWith("'file:")
  }

  private begin(name: string, attribute: AttributeOf): void {
    switch (name) {
      case 'office:spreadsheet':
        this.isSpreadsheet = true
        break
      case 'table:null-date':
        this.epochShift = epochShiftOf(attribute('table:date-value'))
        break
      case 'table:table':
        this.beginTable(attribute)
        break
      case 'table:table-row-group':
      case 'table:table-column-group':
        this.groupsHidden.push(attribute('table:display') === 'false')
        break
      case 'table:table-column':
        this.readColumns(attribute)
        break
      case 'table:table-row':
        this.rowAttribute = attribute
        this.column = 0
        break
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.cellAttribute = attribute
        this.paragraphs.beginCell()
        break
      default:
        this.paragraphs.open(name, attribute)
        this.styles.open(name, attribute)
    }
  }

  private end(name: string): void {
    switch (name) {
      case 'table:table':
        if (this.sheet !== null) this.sheets.push(this.sheet)
        this.sheet = null
        break
      case 'table:table-row-group':
      case 'table:table-column-group':
        this.groupsHidden.pop()
        break
      case 'table:table-row':
        this.endRow()
        break
      case 'table:table-cell':
      case 'table:covered-table-cell':
        if (this.sheet !== null) this.endCell(this.sheet)
        break
      default:
        this.paragraphs.close(name)
    }
  }

  private beginTable(attribute: AttributeOf): void {
    this.sheet = new SheetDraft(attribute('table:name') ?? '')
    if (this.styles.isHiddenTable(attribute('table:style-name'))) this.sheet.visibility = 'hidden'
    this.columnStyles = []
    this.row = 0
    this.column = 0
  }

  private readColumns(attribute: AttributeOf): void {
    const count = countOf(attribute('table:number-columns-repeated'))
    if (this.isHidden(attribute)) this.sheet?.hiddenColumns.push({ first: this.column, count })
    const style = attribute('table:default-cell-style-name')
    // Columns after the last one that a sheet can have are ignored.
    if (this.styles.isDay(style))
      for (let at = this.column; at < Math.min(this.column + count, COLUMN_LIMIT); at++)
        this.columnStyles[at] = style
    this.column += count
  }

  private endRow(): void {
    const count = countOf(this.rowAttribute('table:number-rows-repeated'))
    this.sheet?.repeatRow(this.row, count)
    if (this.isHidden(this.rowAttribute)) this.sheet?.hiddenRows.push({ first: this.row, count })
    this.row += count
  }

  private endCell(sheet: SheetDraft): void {
    const { row, column, cellAttribute: attribute } = this
    const count = countOf(attribute('table:number-columns-repeated'))
    const cell = this.cellOf(attribute)
    const formula = attribute('table:formula')
    if (formula === undefined) sheet.put(row, column, cell)
    else sheet.putResult(row, column, spelledFormula(formula), cell)
    sheet.repeatCell(row, column, count)
    const bottom = row + countOf(attribute('table:number-rows-spanned')) - 1
    const right = column + countOf(attribute('table:number-columns-spanned')) - 1
    if (bottom > row || right > column) sheet.merges.push({ top: row, left: column, bottom, right })
    this.column += count
  }

  private cellOf(attribute: AttributeOf): RawCell {
    return openDocumentCell(attribute, {
      text: this.paragraphs.cellText(),
      isDay: () =>
        this.styles.isDay(
          attribute('table:style-name') ??
            this.rowAttribute('table:default-cell-style-name') ??
            this.columnStyles[this.column],
        ),
      epochShift: this.epochShift,
    })
  }

  private isHidden(attribute: AttributeOf): boolean {
    const visibility = attribute('table:visibility')
    return visibility === 'collapse' || visibility === 'filter' || this.groupsHidden.includes(true)
  }
}

function countOf(repeated: string | undefined): number {
  return repeated !== undefined && /^[1-9]\d*$/.test(repeated) ? Number(repeated) : 1
}

/** Days from 1899-12-30 to the day that numbers count from; LibreOffice knows 1904-01-01 and 1900-01-01 as well. */
function epochShiftOf(nullDate: string | undefined): number {
  const days = serialOfDay((nullDate ?? '').slice(0, 10))
  return Number.isNaN(days) ? 0 : days
}

/** `of:=[.A1]*[名单.B2]` as users see it: `A1*名单.B2`. */
function spelledFormula(formula: string): string {
  const plain = formula.replace(/^(?:\w+:)?=/, '')
  return plain.replace(/\[([^\]]*)\]/g, (_, reference: string) => reference.replace(/(^|:)\./g, '$1')) || '?'
}

const NONE: AttributeOf = () => undefined
const PASSED_OVER: ReadonlySet<string> = new Set([
  'office:annotation',
  'office:event-listeners',
  'table:dde-links',
  'table:shapes',
  'table:tracked-changes',
  'text:note',
  'text:ruby-text',
])
