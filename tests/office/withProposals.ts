import { CENSUS_NAMES } from '../../src/application/census/workbook/censusFormat'
import { editSheet, type Typed } from './editSheet'
import { namedCells } from './namedCells'

/** A row of the sheet of proposals as somebody fills it in. */
export type TypedProposal = Readonly<Partial<Record<keyof typeof CENSUS_NAMES, Typed>>>

/** The workbook with these proposals typed in, row by row. */
export function withProposals(workbook: Uint8Array, rows: readonly TypedProposal[]): Uint8Array {
  const names = namedCells(workbook)
  const cells = (name: string) => names.get(CENSUS_NAMES[name as keyof typeof CENSUS_NAMES]) ?? []
  const [{ sheet } = { sheet: '' }] = cells('household')
  const typed = rows.flatMap((row, at) =>
    Object.entries(row).map(([name, value]) => [cells(name)[at]?.address ?? '', value] as const),
  )
  return editSheet(workbook, sheet, Object.fromEntries(typed))
}
