import type { SqlCell } from './LakeEngine'
import { textAt } from './sqlRow'

/** The rows of a county, of a statement that begins with the county's key and is ordered by it. */
export interface CountyRows {
  readonly county: string
  readonly rows: readonly (readonly SqlCell[])[]
}

/** County by county: no more than one is held. */
export async function* byCounty(rows: AsyncIterable<readonly SqlCell[]>): AsyncGenerator<CountyRows> {
  let county: string | null = null
  let own: (readonly SqlCell[])[] = []
  for await (const row of rows) {
    const next = textAt(row, 0)
    if (county !== null && next !== county) {
      yield { county, rows: own }
      own = []
    }
    county = next
    own.push(row)
  }
  if (county !== null) yield { county, rows: own }
}
