import type { CellStyle } from 'hucre/xlsx'
import type { CellLook, FormCell } from '../../application/forms/FormPage'
import type { CellType } from '../../application/tables/TableSpec'
import { FONT, FORMATS } from './sheetStyles'

const RULE = { style: 'thin', color: { rgb: '404040' } } as const
const RULED = { top: RULE, right: RULE, bottom: RULE, left: RULE }

const LOOKS: Readonly<Record<CellLook, CellStyle>> = {
  title: { alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  subtitle: { alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  heading: { alignment: { vertical: 'bottom', wrapText: true } },
  text: { alignment: { vertical: 'center', wrapText: true } },
  head: {
    border: RULED,
    fill: grey(),
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  label: { border: RULED, fill: grey(), alignment: { vertical: 'center', wrapText: true } },
  value: { border: RULED, alignment: { vertical: 'center', wrapText: true } },
  line: { border: { bottom: RULE }, alignment: { vertical: 'center', wrapText: true } },
}

const BOLD: readonly CellLook[] = ['title', 'heading', 'head']

const made = new Map<string, CellStyle>()

/** How a cell of a form looks; one style for all that look alike. */
export function formStyle({ look, size }: FormCell, type: CellType): CellStyle {
  const key = `${look} ${size} ${type}`
  const known = made.get(key)
  if (known !== undefined) return known
  const own = LOOKS[look]
  const style: CellStyle = {
    ...own,
    font: { ...FONT, size, ...(BOLD.includes(look) && { bold: true }) },
    numFmt: FORMATS[type],
    // Numbers beside their labels are read from the left, as words are.
    alignment: { horizontal: type === 'yuan' ? 'right' : 'left', ...own.alignment },
  }
  made.set(key, style)
  return style
}

function grey(): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F0F0F0' } }
}
