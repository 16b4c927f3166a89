import Papa from 'papaparse'

/**
 * The separator of delimited text: the one that makes the most cells in rows of the same width or wider,
 * anywhere among the first rows. Titles above a list have commas too, which are no evidence for the list.
 */
export function guessDelimiter(text: string): string {
  let [best, bestArea] = [',', 0]
  for (const delimiter of DELIMITERS) {
    const area = largestArea(widths(text, delimiter))
    if (area > bestArea) [best, bestArea] = [delimiter, area]
  }
  return best
}

function widths(text: string, delimiter: string): readonly number[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: LOOKED_AT })
  return data.map((row) => row.length)
}

/**
 * Of all widths: how many rows are at least as wide, times the square of their separators, so that a list of six rows
 * outweighs many titles with a comma each. One row alone, a remark full of commas, outweighs nothing.
 */
function largestArea(widths: readonly number[]): number {
  const widestFirst = [...widths].sort((left, right) => right - left)
  const areas = widestFirst.map((width, index) => (width - 1) ** 2 * (index + 1))
  return Math.max(0, ...(areas.length > 1 ? areas.slice(1) : areas))
}

const DELIMITERS = [',', '\t', ';', '|']
const LOOKED_AT = 200
