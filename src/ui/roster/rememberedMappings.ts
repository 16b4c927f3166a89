import type { FoundSheet } from '../../application/roster/importRoster'
import type { SheetChoice } from '../../domain/roster/mapSheet'

export type RememberedChoice = Pick<SheetChoice, 'columns' | 'headerRows'>

const PREFIX = 'yihu.mapping.'

/**
 * Corrections of columns, kept on this device by the digest of the headers they were made for: the next list with the
 * same headers is read the same way. Headers only; no value of a list is ever kept here.
 */
export function rememberedMappings(digest: (text: string) => string) {
  const keyOf = (sheet: FoundSheet): string =>
    PREFIX + digest(JSON.stringify([sheet.headerRows, sheet.columns.map(({ header }) => header)]))
  return {
    recall(sheet: FoundSheet): RememberedChoice | null {
      const text = localStorage.getItem(keyOf(sheet))
      return text === null ? null : (JSON.parse(text) as RememberedChoice)
    },
    /** `sheet`: as it was found before anybody corrected it. */
    remember(sheet: FoundSheet, choice: RememberedChoice): void {
      localStorage.setItem(keyOf(sheet), JSON.stringify(choice))
    },
    forget(sheet: FoundSheet): void {
      localStorage.removeItem(keyOf(sheet))
    },
  }
}
