import type { WorkBook } from 'xlsx'
import {
  CENSUS_FORMAT,
  CENSUS_LISTS_FORMAT,
  CENSUS_NAMES,
} from '../../application/census/workbook/censusFormat'
import type { RosterFile } from '../../application/roster/spreadsheetPort'
import { changedCells } from '../../application/workbook/review/changedCells'
import { matchSheets, type MatchedSheets } from '../../application/workbook/review/matchSheets'
import type {
  ReturnedBook,
  ReturnedMark,
  ReturnedSheet,
  ReturnedWorkbook,
} from '../../application/workbook/review/ReturnedWorkbook'
import {
  REVIEW_FORMAT,
  REVIEW_NAMES,
  REVIEW_PROPERTIES,
} from '../../application/workbook/review/reviewFormat'
import { success, type Result } from '../../domain/shared/Result'
import { NamedCells } from './NamedCells'
import { openReturned, refusedFile } from './openReturned'
import { unpackSnapshot } from './packSnapshot'
import { returnedSheets } from './returnedSheets'

/**
 * Reads a review workbook or a census workbook that came back, by the names in it, whatever its sheets are called and whichever
 * program saved it. Never throws for what a file holds. Refused: files that cannot be read, `review_file_not_xlsx`,
 * `review_no_review_workbook`, `review_is_lists`, `review_marks_contradict`, `review_format_unknown`, `review_names_missing`.
 */
export function readReview(file: RosterFile): Result<ReturnedWorkbook> {
  const opened = openReturned(file)
  if (!opened.ok) return opened
  const workbook = opened.value
  const sheets = returnedSheets(workbook)
  const cells = new NamedCells(workbook, sheets)
  const markOf = (name: keyof typeof REVIEW_PROPERTIES): ReturnedMark => ({
    cell: cells.text(REVIEW_NAMES[name]),
    property: propertyOf(workbook, REVIEW_PROPERTIES[name]),
  })
  const kind = kindOf(file, markOf('format'))
  if (!kind.ok) return kind
  const missing = cells.missing(NEEDED[kind.value])
  const [reviewer, confirmer] = [REVIEW_NAMES.reviewer, REVIEW_NAMES.confirmer].map((name) =>
    cells.first(name),
  )
  if (missing.length > 0 || !reviewer) return refusedFile(file, 'review_names_missing', missing.join(', '))

  const { sheets: matched, isWhole } = writtenSheets(cells, sheets)
  const book = (names: HouseholdNames, inputs: readonly string[]): Omit<ReturnedBook, 'rows'> => ({
    file: file.name,
    producer: producerOf(workbook),
    marks: { project: markOf('project'), state: markOf('state') },
    reviewer,
    writtenKeys: isWhole ? cells.written(names.key, matched.matched) : null,
    changed: changedCells(
      matched,
      inputs.flatMap((name) => cells.areas(name)),
    ),
  })
  if (kind.value === 'census')
    return success({
      kind: kind.value,
      ...book(CENSUS_NAMES, INPUTS.census),
      rows: cells.rows(FINGERPRINT_NAMES),
      proposals: cells.rows(PROPOSAL_NAMES),
      below: cells.rowsBelow(PROPOSAL_NAMES),
    })
  if (!confirmer) return refusedFile(file, 'review_names_missing', REVIEW_NAMES.confirmer)
  return success({
    kind: kind.value,
    ...book(REVIEW_NAMES, INPUTS.review),
    confirmer,
    rows: cells.rows(ROW_NAMES),
    questions: cells.rows(QUESTION_NAMES),
  })
}

type Kind = ReturnedWorkbook['kind']
type HouseholdNames = Readonly<Record<'key' | 'fingerprint', string>>

const { key, fingerprint, ...PROPOSALS } = CENSUS_NAMES
const FINGERPRINT_NAMES = { key, fingerprint }
const PROPOSAL_NAMES = PROPOSALS

const ROW_NAMES = {
  key: REVIEW_NAMES.key,
  fingerprint: REVIEW_NAMES.fingerprint,
  decision: REVIEW_NAMES.decision,
  reason: REVIEW_NAMES.reason,
}

const QUESTION_NAMES = {
  key: REVIEW_NAMES.questionKey,
  path: REVIEW_NAMES.questionPath,
  fingerprint: REVIEW_NAMES.questionFingerprint,
  value: REVIEW_NAMES.questionValue,
  reason: REVIEW_NAMES.questionReason,
}

/** Names without which nothing can be taken; those of a group stand side by side on one sheet. */
const NEEDED: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  review: [Object.values(ROW_NAMES), [REVIEW_NAMES.reviewer], [REVIEW_NAMES.confirmer]],
  census: [Object.values(FINGERPRINT_NAMES), Object.values(PROPOSAL_NAMES), [REVIEW_NAMES.reviewer]],
}

/** What is to be filled in: read for itself, and never told as changed by hand. */
const INPUTS: Readonly<Record<Kind, readonly string[]>> = {
  review: [
    REVIEW_NAMES.decision,
    REVIEW_NAMES.reason,
    REVIEW_NAMES.questionValue,
    REVIEW_NAMES.questionReason,
    REVIEW_NAMES.reviewer,
    REVIEW_NAMES.confirmer,
  ],
  census: [...Object.values(PROPOSAL_NAMES), REVIEW_NAMES.reviewer],
}

const FORMATS: ReadonlyMap<string, Kind> = new Map([
  [REVIEW_FORMAT, 'review'],
  [CENSUS_FORMAT, 'census'],
])

/** What a format of another edition begins with. */
const FAMILY = /^(?:review|census) /

/** Which kind of workbook it says it is, in a cell and as a property of the file. */
function kindOf(file: RosterFile, { cell, property }: ReturnedMark): Result<Kind> {
  const said = [...new Set([cell, property].filter((each) => each !== null))]
  const [first, second] = said
  const unknown = said.find((each) => !FORMATS.has(each))
  if (unknown === CENSUS_LISTS_FORMAT) return refusedFile(file, 'review_is_lists')
  if (first === undefined || (unknown !== undefined && !FAMILY.test(unknown)))
    return refusedFile(file, 'review_no_review_workbook', unknown)
  if (unknown !== undefined) return refusedFile(file, 'review_format_unknown', unknown)
  const kind = FORMATS.get(first)
  return kind === undefined || second !== undefined
    ? refusedFile(file, 'review_marks_contradict')
    : success(kind)
}

/** The sheets as they were written beside what they are now; not `isWhole` where what was written is lost. */
function writtenSheets(
  cells: NamedCells,
  sheets: readonly ReturnedSheet[],
): { readonly sheets: MatchedSheets; readonly isWhole: boolean } {
  const pieces = cells.column(REVIEW_NAMES.written)
  const written = unpackSnapshot(pieces.map(({ value }) => (typeof value === 'string' ? value : '')))
  const forPrograms = new Set(
    [REVIEW_NAMES.written, REVIEW_NAMES.format]
      .flatMap((name) => cells.areas(name))
      .map(({ sheet }) => sheet),
  )
  const forPeople = sheets.filter(({ name }) => !forPrograms.has(name))
  return { sheets: matchSheets(written ?? [], written === null ? [] : forPeople), isWhole: written !== null }
}

/** Who saved it since it was written here: WPS leaves the application's name that was there, and adds its own number. */
function producerOf(workbook: WorkBook): string | null {
  const wps = propertyOf(workbook, 'KSOProductBuildVer')
  if (wps !== null) return `WPS ${wps}`
  const { Application, AppVersion } = workbook.Props ?? {}
  if (Application === WRITER) return null
  return [Application, AppVersion].filter((each) => typeof each === 'string').join(' ') || null
}

/** The library that writes workbooks here. */
const WRITER = 'hucre'

/** A property that somebody gave the file; null where it has none of this name. */
function propertyOf({ Custprops }: WorkBook, name: string): string | null {
  const value = Object.entries(Custprops ?? {}).find(([each]) => each === name)?.[1] as unknown
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
