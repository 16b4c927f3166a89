import { isDateFormat } from './isDateFormat'

/** The styles of an XML Spreadsheet 2003 file, as far as they show whether a number is a date. */
export class SpreadsheetMlStyles {
  private readonly styles = new Map<string, { parent: string | undefined; format?: string }>()
  private current: string | undefined

  open(style: string | undefined, parent: string | undefined): void {
    this.current = style
    if (style !== undefined) this.styles.set(style, { parent })
  }

  format(format: string | undefined): void {
    const style = this.styles.get(this.current ?? '')
    if (style !== undefined && format !== undefined) style.format = format
  }

  isDay(style: string): boolean {
    const seen = new Set<string>()
    for (let name: string | undefined = style; name !== undefined && !seen.has(name);) {
      seen.add(name)
      const { format, parent }: { format?: string; parent?: string | undefined } = this.styles.get(name) ?? {}
      if (format !== undefined)
        return DAY_NAMES.has(format) || (!OTHER_NAMES.has(format) && isDateFormat(format))
      name = parent
    }
    return false
  }
}

/** Formats that the file names instead of spelling them out. */
const DAY_NAMES: ReadonlySet<string> = new Set([
  'General Date',
  'Long Date',
  'Medium Date',
  'Short Date',
  'Long Time',
  'Medium Time',
  'Short Time',
])
/** Some of their letters look like days and years. */
const OTHER_NAMES: ReadonlySet<string> = new Set([
  'General',
  'General Number',
  'Currency',
  'Euro Currency',
  'Fixed',
  'Standard',
  'Percent',
  'Scientific',
  'Yes/No',
  'True/False',
  'On/Off',
])
