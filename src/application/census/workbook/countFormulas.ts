import { BASE, codeName, UNIT_SHEETS } from './codeNames'
import type { TableRow } from './tableRows'

/** Cases of a cell, counted on the sheet of codes; null where the county's own form says it. In a sampled county weights are added up. */
export function countFormula({ table, cell }: TableRow, isSampled: boolean): string | null {
  if (table.population === 'county') return null
  const codes = table.coding.kind === 'several' ? codeName(table.id, cell.code) : codeName(table.id)
  return counting(table, codes, '[caseCode]', isSampled)
}

/** Cases with an answer. */
export function baseFormula({ table, cell }: TableRow, isSampled: boolean): string | null {
  if (table.population === 'county') return null
  if (table.coding.kind !== 'several') return counting(table, codeName(table.id), '">=2"', isSampled)
  return cell.base === undefined
    ? counting(table, codeName(table.id, BASE), '1', isSampled)
    : counting(table, codeName(table.id, cell.code), '">=0"', isSampled)
}

/** Cases of the table without an answer. */
export function unansweredFormula({ table, cell }: TableRow, isSampled: boolean): string | null {
  if (table.population === 'county') return null
  if (table.coding.kind !== 'several') return counting(table, codeName(table.id), '1', isSampled)
  const codes = codeName(table.id, BASE)
  return cell.base === undefined
    ? counting(table, codes, '0', isSampled)
    : `${counting(table, codes, '">=0"', isSampled)}-[base]`
}

function counting(
  { population }: TableRow['table'],
  codes: string,
  wanted: string,
  isSampled: boolean,
): string {
  const weights = WEIGHTS.get(population)
  return isSampled && weights !== undefined
    ? `SUMIFS(${weights},${codes},${wanted})`
    : `COUNTIF(${codes},${wanted})`
}

/** Names of the columns of weights; villages have none. */
const WEIGHTS: ReadonlyMap<string, string> = new Map(
  [UNIT_SHEETS.householdCodes, UNIT_SHEETS.personCodes].flatMap(({ prefix, populations }) =>
    populations.map((each) => [each, `${prefix}_weight`] as const),
  ),
)
