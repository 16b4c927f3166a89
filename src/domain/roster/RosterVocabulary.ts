import type { RosterField, FieldScope } from './RosterField'

/** One line of `resources/roster/columns.json`: a column the app knows, with every header seen for it. */
export interface ColumnDefinition {
  /** `keep`: known and not used; kept with the household or member under its own header. */
  readonly field: RosterField | 'keep'
  readonly scope: FieldScope
  readonly labels: readonly string[]
  /** Several columns may hold it (致贫原因1, 致贫原因2 …). */
  readonly repeatable?: true
}

/** One code with the labels that mean it; the first label is the official one. */
export interface CodeDefinition {
  readonly code: string
  readonly en: string
  readonly labels: readonly string[]
}

/** The code lists of `resources/codes`, by their file's name. */
export interface RosterCodes {
  readonly relation: readonly CodeDefinition[]
  readonly education_level: readonly CodeDefinition[]
  readonly student_status: readonly CodeDefinition[]
  readonly health: readonly CodeDefinition[]
  readonly labor_ability: readonly CodeDefinition[]
  readonly work_place: readonly CodeDefinition[]
  readonly household_category: readonly CodeDefinition[]
  readonly household_mark: readonly CodeDefinition[]
  readonly poverty_cause: readonly CodeDefinition[]
  readonly register_status: readonly CodeDefinition[]
  readonly sex: readonly CodeDefinition[]
  readonly yes_no: readonly CodeDefinition[]
}

/** Words that mark rows which are no people, and values that mean 'nothing', from `resources/roster/markers.json`. */
export interface RowMarkers {
  readonly totals: readonly string[]
  readonly signatures: readonly string[]
  /** `#` stands for a number. */
  readonly notes: readonly string[]
  /** Ends of the column names of small tables below lists. */
  readonly tableWords: readonly string[]
  /** Page numbers, which stand alone. */
  readonly pages: readonly string[]
  readonly missingValues: readonly string[]
  /** Marks that repeat the cell above. */
  readonly dittos: readonly string[]
  /** Marks that repeat another cell, unknown which. */
  readonly dittosUnclear: readonly string[]
}

/** Bounds of the checks, from `resources/roster/limits.json`. */
export interface RosterLimits {
  readonly incomeAboveYuan: number
  readonly incomeAtMostYuan: number
  readonly firstYear: number
  readonly lastYear: number
  readonly workMonthsAtMost: number
  readonly householdSizeAtMost: number
  readonly ageAtMost: number
}

/** Everything about words and numbers that the roster reader takes from data. */
export interface RosterVocabulary {
  readonly columns: readonly ColumnDefinition[]
  readonly codes: RosterCodes
  readonly markers: RowMarkers
  readonly limits: RosterLimits
}
