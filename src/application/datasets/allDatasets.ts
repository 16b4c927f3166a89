import type { ReviewedHousehold } from '../workbook/WorkbookInput'
import type { DataRow, Dataset, DataTable } from './Dataset'
import type { DataTerms } from './DataTerms'
import { evidenceData } from './tables/evidenceData'
import { groundData } from './tables/groundData'
import { correctionData, noteData } from './tables/historyData'
import { householdData } from './tables/householdData'
import { lineData } from './tables/lineData'
import { memberData } from './tables/memberData'

const MAKERS = {
  households: householdData,
  members: memberData,
  lines: lineData,
  evidence: evidenceData,
  grounds: groundData,
  corrections: correctionData,
  notes: noteData,
} satisfies Partial<Record<Dataset['key'], (terms: DataTerms) => Dataset>>

/** Names of the tables of a project's records, in their order. */
export const DATASET_KEYS = Object.keys(MAKERS) as readonly (keyof typeof MAKERS)[]

/** What a verdict rests on: its income and its reasons. */
const OF_VERDICT: readonly (keyof typeof MAKERS)[] = ['lines', 'grounds']

/** Every table of a project's records. */
export function allDatasets(terms: DataTerms): readonly Dataset[] {
  const isWithout = (key: keyof typeof MAKERS): boolean => !terms.givesVerdict && OF_VERDICT.includes(key)
  return DATASET_KEYS.filter((key) => !isWithout(key)).map((key) => MAKERS[key](terms))
}

/** A table that takes in household by household, each as a short text: whoever hands them over need hold none. */
export interface FillingTable extends DataTable {
  take(household: ReviewedHousehold): void
}

/** An empty one. */
export function fillingTable({ key, variables, rowsOf }: Dataset): FillingTable {
  const taken: string[] = []
  return {
    key,
    variables,
    take(household) {
      taken.push(JSON.stringify(rowsOf(household)))
    },
    *rows() {
      for (const text of taken) yield* JSON.parse(text) as readonly DataRow[]
    },
  }
}

/** A table with the rows of these households, made anew each time they are gone through: none is held. */
export function tableOf(
  { key, variables, rowsOf }: Dataset,
  households: readonly ReviewedHousehold[],
): DataTable {
  return {
    key,
    variables,
    *rows() {
      for (const household of households) yield* rowsOf(household)
    },
  }
}
