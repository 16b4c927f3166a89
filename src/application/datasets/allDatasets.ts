import type { ReviewedHousehold } from '../workbook/WorkbookInput'
import type { Dataset, DataTable } from './Dataset'
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

/** Every table of a project's records. */
export function allDatasets(terms: DataTerms): readonly Dataset[] {
  return DATASET_KEYS.map((key) => MAKERS[key](terms))
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
