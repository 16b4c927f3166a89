import type { Sampling } from '../../domain/measures/MeasuredHousehold'
import type { HouseholdDeterminations } from '../../domain/determination/Determination'
import type { Problem } from '../../domain/shared/Problem'
import type { StandardsInForce } from '../../domain/standards/Standards'
import type { SourcesData, StandardsData } from '../../domain/standards/Standards'
import type { VillageForm } from '../../domain/villages/VillageForm'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import type { CountyReport } from '../measures/reportCounty'
import type { Texts } from '../texts/Texts'

/** Everything the review workbook is made of. */
export interface WorkbookInput {
  readonly assessments: readonly HouseholdAssessment[]
  readonly report: CountyReport
  /** What people decided, by household. */
  readonly determinations: ReadonlyMap<string, HouseholdDeterminations>
  /** What each village's own form says. */
  readonly villageForms: ReadonlyMap<string, VillageForm>
  readonly rosterProblems: readonly Problem[]
  readonly standards: StandardsInForce
  /** The whole edition, so that the values not in force can be seen beside those that are. */
  readonly edition: StandardsData
  readonly sources: SourcesData
  /** ID numbers in full; otherwise the first 6 and last 4 characters. */
  readonly isIdInFull: boolean
  readonly texts: Texts
  /** How each household was drawn; left out where no sample was. */
  readonly samplingOf?: (assessment: HouseholdAssessment) => Sampling
}

/** `530626********0012`: what a reviewer needs to tell two people apart, and no more. */
export function shownId(idNumber: string | null, isInFull: boolean): string | null {
  if (idNumber === null || isInFull) return idNumber
  // Too short to hide anything between the ends: nothing of it is shown.
  if (idNumber.length <= 10) return '*'.repeat(idNumber.length)
  return idNumber.slice(0, 6) + '*'.repeat(idNumber.length - 10) + idNumber.slice(-4)
}

/** Numbers that may be ID numbers, wherever they stand in a text; register numbers are shorter. */
const ID_IN_TEXT =
  /(?<![0-9])[0-9]{15}(?:[0-9]{2}[0-9Xx](?:[0-9A-Za-z]{2}(?:[0-9A-Za-z]{2})?)?)?(?![0-9A-Za-z])/g

/** A text of the list or of an answer with every ID number in it shown as the workbook shows them. */
export function shownText(text: string | null, isInFull: boolean): string | null {
  return isInFull || text === null ? text : text.replace(ID_IN_TEXT, (number) => shownId(number, false) ?? '')
}

/** Names a member by name and a ledger line by its label, as people know them. */
export function namesIn({ interview, labels }: HouseholdAssessment) {
  return ({ member, line }: { readonly member?: string; readonly line?: string }): string | null => {
    if (line !== undefined) return labels.get(line) ?? line
    if (member === undefined) return null
    return interview.members.find(({ id }) => id === member)?.facts.name ?? labels.get(member) ?? member
  }
}
