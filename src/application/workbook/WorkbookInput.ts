import type { Problem } from '../../domain/shared/Problem'
import type { StandardsInForce } from '../../domain/standards/Standards'
import type { SourcesData, StandardsData } from '../../domain/standards/Standards'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import type { Texts } from '../texts/Texts'

/** Everything the review workbook is made of. */
export interface WorkbookInput {
  readonly assessments: readonly HouseholdAssessment[]
  readonly rosterProblems: readonly Problem[]
  readonly standards: StandardsInForce
  /** The whole edition, so that the values not in force can be seen beside those that are. */
  readonly edition: StandardsData
  readonly sources: SourcesData
  /** ID numbers in full; otherwise the first 6 and last 4 characters. */
  readonly isIdInFull: boolean
  readonly texts: Texts
}

/** `530626********0012`: what a reviewer needs to tell two people apart, and no more. */
export function shownId(idNumber: string | null, isInFull: boolean): string | null {
  if (idNumber === null || isInFull) return idNumber
  // Too short to hide anything between the ends: nothing of it is shown.
  if (idNumber.length <= 10) return '*'.repeat(idNumber.length)
  return idNumber.slice(0, 6) + '*'.repeat(idNumber.length - 10) + idNumber.slice(-4)
}

/** Names a member by name and a ledger line by its label, as people know them. */
export function namesIn({ interview, labels }: HouseholdAssessment) {
  return ({ member, line }: { readonly member?: string; readonly line?: string }): string | null => {
    if (line !== undefined) return labels.get(line) ?? line
    if (member === undefined) return null
    return interview.members.find(({ id }) => id === member)?.facts.name ?? labels.get(member) ?? member
  }
}
