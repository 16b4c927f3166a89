import type { Text } from '../../../instrument/Instrument'

/**
 * What a table counts. `listed`: every listed or found household; `households`: the enumerated ones; `persons`: their members
 * who have not left or died; `children`: those of compulsory school age; `villages`, `county`: by their own forms.
 */
export const POPULATIONS = ['listed', 'households', 'persons', 'children', 'villages', 'county'] as const

export type Population = (typeof POPULATIONS)[number]

/** The tables as data: the shape of `resources/tables/census.json`. */
export interface TablesData {
  readonly source: string
  readonly tables: readonly TableData[]
}

/** One table. Its expressions are in the language of the forms; see `census.schema.json` for each part. */
export interface TableData {
  readonly id: string
  readonly population: Population
  readonly label: Text
  readonly filter?: string
  /** A case may be in more than one row. Left out: it is in the first row whose condition holds. */
  readonly several?: true
  /** Of several: when a case that is in no row has answered all the same. */
  readonly answered?: string
  /** Of the county: the number that the rows' counts are shares of. */
  readonly shareOf?: string
  readonly rows: CodesData
  readonly columns?: CodesData
}

/** The choices of a question or input, or rows of their own. */
export type CodesData = { readonly by: string } | readonly RowData[]

export interface RowData {
  readonly code: string
  readonly label?: Text
  readonly when?: string
  /** Of several: the row's share is of the cases for which this holds. */
  readonly answered?: string
  /** A question: who said yes, of those who answered it. */
  readonly yesTo?: string
  /** Of the county: a number. */
  readonly count?: string
}
