import type { Sampling } from '../../domain/sampling/Sampling'
import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { StandardsInForce } from '../../domain/standards/Standards'
import type { SourcesData, StandardsData } from '../../domain/standards/Standards'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { measuredHousehold } from '../measures/measuredHousehold'
import type { CountyReport } from '../measures/reportCounty'
import type { ReviewInputs } from '../review/ReviewInputs'
import { addedMemberName } from '../texts/addedMemberName'
import type { Texts } from '../texts/Texts'

/** An assessed household with what else its rows say. */
export interface ReviewedHousehold {
  readonly assessment: HouseholdAssessment
  /** What people decided. */
  readonly determinations?: HouseholdDeterminations | undefined
  /** How it was drawn. */
  readonly sampling?: Sampling | undefined
  /** What the measures have of it, where they were made already. */
  readonly measured?: MeasuredHousehold
  /** Whoever writes the workbook may not see it yet, as its back-checker: nothing that was said of it is here. */
  readonly isHidden?: boolean
}

/** What the measures have of a reviewed household, made once. */
export function measuredOf(household: ReviewedHousehold): MeasuredHousehold {
  const { measured, assessment, determinations, sampling } = household
  return measured ?? measuredHousehold(assessment, determinations, sampling)
}

/** How households are told in the workbook. */
export interface ReviewTerms {
  readonly texts: Texts
  /** ID numbers in full; otherwise the first 6 and last 4 characters. */
  readonly isIdInFull: boolean
  /** Whose workbook it is: see `projectMark`. */
  readonly project: string
  /** Households were drawn: how, and what each counts for, is told. */
  readonly isSampled: boolean
}

/** What the workbook tells besides its households. */
export interface WorkbookFrame extends Pick<
  ReviewInputs,
  'villageForms' | 'countyForm' | 'readingChoices' | 'draws' | 'rosterProblems' | 'fullIdsAsked'
> {
  /** What the project is called; left out where it has no name. */
  readonly title?: string
  readonly report: CountyReport
  readonly standards: StandardsInForce
  /** The whole edition, so that the values not in force can be seen beside those that are. */
  readonly edition: StandardsData
  readonly sources: SourcesData
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

/** Makes `nameOf`: a member by name and a ledger line by its label, as people know them. */
export function makeNameOf(
  { interview, labels }: Pick<HouseholdAssessment, 'interview' | 'labels'>,
  texts: Texts,
) {
  return ({ member, line }: { readonly member?: string; readonly line?: string }): string | null => {
    if (line !== undefined) return labels.get(line) ?? line
    if (member === undefined) return null
    const row = interview.members.findIndex(({ id }) => id === member)
    const name = interview.members[row]?.facts.name
    if (name !== undefined && name !== null) return name
    if (labels.has(member)) return addedMemberName(labels.get(member), texts)
    return row < 0 ? member : `${texts.term('marks', 'member')} ${row + 1}`
  }
}
