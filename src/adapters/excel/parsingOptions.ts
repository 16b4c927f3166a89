import type { ParsingOptions } from 'xlsx'

/** No formatted text (it costs more than parsing), but formats: they distinguish dates from numbers. */
export const PARSING: ParsingOptions = {
  dense: true,
  cellText: false,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
}
