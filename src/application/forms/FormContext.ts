import type { MemberInstance, Instance } from '../../domain/interview/Interview'
import type { QuestionRef } from '../../domain/interview/Answers'
import type { Conclusion } from '../../domain/programmes/assessment/conclusion/Conclusion'
import type { CountyForm } from '../../domain/programmes/assessment/county/CountyForm'
import type { Criterion, Because } from '../../domain/programmes/assessment/criteria/Criterion'
import type { Ledger, LedgerLine } from '../../domain/programmes/assessment/criteria/ledger'
import type { CountyStages, Stage } from '../../domain/programmes/assessment/determination/CountyStages'
import type { FlagName } from '../../domain/programmes/assessment/flags/Flag'
import type { CountyTotals } from '../../domain/programmes/assessment/measures/CountyTotals'
import type { Measure } from '../../domain/programmes/assessment/measures/Measure'
import type { VillageMeasures } from '../../domain/programmes/assessment/measures/measureVillages'
import type { RosterCodes } from '../../domain/roster/RosterVocabulary'
import type { StandardsInForce } from '../../domain/standards/Standards'
import type { VillageFactName, VillageForm } from '../../domain/villages/VillageForm'
import type { CountyReport } from '../measures/reportCounty'
import type { Texts } from '../texts/Texts'
import type { ReviewedHousehold } from '../workbook/WorkbookInput'

/** What a form's values are read from: the rows, by their kind, that it stands in. */
export interface FormContext extends Partial<FormRows> {
  readonly texts: Texts
  /** What the list's codes are called. */
  readonly codes: RosterCodes
}

/** What a fact is a fact of. */
export interface FormRows {
  /** What is judged by: known before any household. */
  readonly project: StandardsInForce
  readonly county: FormCounty
  readonly village: FormVillage
  readonly household: FormHousehold
  readonly member: MemberInstance
  readonly line: FormLine
  readonly criterion: Criterion
  readonly flag: { readonly flag: FlagName; readonly because: readonly Because[] }
  /** A fact that speaks against the household. */
  readonly ground: { readonly criterion: Criterion; readonly because: Because }
  /** A question that would settle what is undetermined or suspected. */
  readonly settling: QuestionRef & { readonly criterion: Criterion }
  readonly tally: CriterionTally
  readonly outcome: ConclusionTally
  readonly villageFact: VillageFactName
  readonly measure: Measure
  readonly total: { readonly name: keyof CountyTotals & string }
  readonly stage: Stage
}

export type RowKind = keyof FormRows

export interface FormCounty {
  readonly name: string | null
  readonly report: CountyReport
  readonly form: CountyForm
  readonly stages: CountyStages
  /** What each village is, in the list's order. */
  readonly villages: readonly FormVillage[]
}

export interface FormVillage {
  readonly name: string
  readonly township: string | null
  readonly measures: VillageMeasures
  readonly form: VillageForm
  readonly tallies: readonly CriterionTally[]
  readonly outcomes: readonly ConclusionTally[]
}

export interface FormHousehold extends ReviewedHousehold {
  readonly ledger: Ledger
  /** The lead sent its interview back, and it is not dealt with. */
  readonly isReturned: boolean
}

export interface FormLine {
  readonly read: LedgerLine
  readonly instance: Instance
  /** From 1. */
  readonly number: number
}

/** Households of a village by the result of one criterion. */
export interface CriterionTally {
  readonly criterion: Criterion
  readonly met: number
  readonly unmet: number
  readonly undetermined: number
  /** Whom it is not met for. */
  readonly unmetHeads: readonly string[]
}

export interface ConclusionTally {
  readonly conclusion: Conclusion
  readonly count: number
  readonly heads: readonly string[]
}
