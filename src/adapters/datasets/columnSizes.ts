import type { DataTable } from '../../application/datasets/Dataset'
import { cellText } from './cellText'
import { utf8 } from './utf8'

/** What must be known of a table before the first row can be written. */
export interface TableSizes {
  readonly rows: number
  /** Longest text of each variable in bytes of UTF-8; 0 of numbers. */
  readonly longest: readonly number[]
}

/** Goes through a table once. */
export function sizesOf({ variables, rows }: DataTable): TableSizes {
  const longest = variables.map(() => 0)
  const texts = variables.flatMap((variable, index) =>
    variable.type === 'text' ? [[variable, index] as const] : [],
  )
  let count = 0
  for (const row of rows()) {
    count++
    for (const [variable, index] of texts) {
      const text = cellText(row[index] ?? null, variable)
      // No character takes more than three bytes a unit: most texts need not be encoded to know that they are shorter.
      if (text.length * 3 > (longest[index] ?? 0))
        longest[index] = Math.max(longest[index] ?? 0, utf8(text).length)
    }
  }
  return { rows: count, longest }
}

/** The number that stands for a code. One that the variable does not know is a bug and throws. */
export function numberOf(
  { name, codes = [] }: DataTable['variables'][number],
  code: string | number,
): number {
  const found = codes.find((each) => each.code === code)
  if (found === undefined) throw new Error(`no code ${code} in ${name}`)
  return found.number
}
