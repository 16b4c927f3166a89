/** How close a sheet is set on paper; the sizes stand in ResultSheet's print style. */
export type SheetDensity = 'open' | 'close' | 'closest'

/** What a sheet has to hold: paragraphs beside two narrow columns, and rows of one line each. */
export interface SheetContent {
  readonly paragraphs: readonly string[]
  readonly rows: number
}

const SIZES: readonly { readonly density: SheetDensity; readonly pt: number; readonly line: number }[] = [
  { density: 'open', pt: 9, line: 1.35 },
  { density: 'close', pt: 7.5, line: 1.25 },
]

/** A4 between its margins, in points, with a tenth kept free for what cannot be computed (fonts, long words). */
const PAGE = { width: 527, height: 700 }
/** Two narrow columns of 7 em each stand beside a paragraph. */
const NARROW_EM = 14
/** Head, headings, incomes, signatures: lines that every sheet has. */
const FIXED_LINES = 16
/** Padding and rule of a table's row, in points. */
const ROW_PADDING = 3

/** The most open setting in which the sheet fits one page. */
export function sheetDensity({ paragraphs, rows }: SheetContent): SheetDensity {
  const fitting = SIZES.find(({ pt, line }) => {
    const perLine = PAGE.width / pt - NARROW_EM
    const lines = paragraphs.reduce((sum, text) => sum + Math.ceil(widthInEm(text) / perLine), 0)
    return (lines + rows + FIXED_LINES) * pt * line + rows * ROW_PADDING <= PAGE.height
  })
  return fitting?.density ?? 'closest'
}

/** Chinese characters are as wide as they are high, the others about half of it. */
function widthInEm(text: string): number {
  return Array.from(text).reduce((sum, each) => sum + (each > '\u2e7f' ? 1 : 0.55), 0)
}
