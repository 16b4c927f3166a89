import type { AttributeOf } from '../xml/OpenElements'

/** The styles of an OpenDocument file, as far as they say what a cell holds or who sees a table. */
export class OpenDocumentStyles {
  private readonly dayFormats = new Set<string>()
  private readonly cellStyles = new Map<string, CellStyle>()
  private readonly hiddenTables = new Set<string>()
  private readonly dayStyles = new Map<string, boolean>()
  private current: string | undefined

  open(name: string, attribute: AttributeOf): void {
    const style = attribute('style:name')
    switch (name) {
      case 'number:date-style':
      case 'number:time-style':
        if (style !== undefined) this.dayFormats.add(style)
        break
      case 'style:style':
        this.current = style
        if (style !== undefined && attribute('style:family') === 'table-cell')
          this.cellStyles.set(style, {
            format: attribute('style:data-style-name'),
            parent: attribute('style:parent-style-name'),
          })
        break
      case 'style:default-style':
        this.current = undefined
        break
      case 'style:table-properties':
        if (this.current !== undefined && attribute('table:display') === 'false')
          this.hiddenTables.add(this.current)
    }
  }

  /** Whether a cell style shows numbers as dates or times, by itself or by the style that it is made from. */
  isDay(style: string | undefined): boolean {
    if (style === undefined) return false
    const known = this.dayStyles.get(style)
    if (known !== undefined) return known
    // A style that inherits from itself is not a date style.
    this.dayStyles.set(style, false)
    const { format, parent } = this.cellStyles.get(style) ?? {}
    const isDay = format === undefined ? this.isDay(parent) : this.dayFormats.has(format)
    this.dayStyles.set(style, isDay)
    return isDay
  }

  isHiddenTable(style: string | undefined): boolean {
    return style !== undefined && this.hiddenTables.has(style)
  }
}

interface CellStyle {
  readonly format: string | undefined
  readonly parent: string | undefined
}
