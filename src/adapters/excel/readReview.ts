import type { WorkBook } from 'xlsx'
import type { RosterFile } from '../../application/roster/spreadsheetPort'
import { changedCells } from '../../application/workbook/review/changedCells'
import { matchSheets, type MatchedSheets } from '../../application/workbook/review/matchSheets'
import type {
  ReturnedMark,
  ReturnedSheet,
  ReturnedWorkbook,
} from '../../application/workbook/review/ReturnedWorkbook'
import {
  REVIEW_FORMAT,
  REVIEW_NAMES,
  REVIEW_PROPERTIES,
} from '../../application/workbook/review/reviewFormat'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import { refusals, success, type Refusal, type Result } from '../../domain/shared/Result'
import { NamedCells } from './NamedCells'
import { unpackSnapshot } from './packSnapshot'
import { parseParts } from './parseParts'
import { readXls } from './readXls'
import { returnedSheets } from './returnedSheets'
import { sheetOutOfBounds } from './sheetOutOfBounds'
import { sniffFormat } from './sniffFormat'
import { unpackWorkbook } from './unpackWorkbook'

/**
 * Reads a review workbook that came back, by the names in it, whatever its sheets are called and whichever program saved it. Never
 * throws for what a file holds. Refused: files that cannot be read, `review_file_not_xlsx`, `review_no_review_workbook`,
 * `review_format_unknown`, `review_names_missing`.
 */
export function readReview(file: RosterFile): Result<ReturnedWorkbook> {
  const opened = openWorkbook(file)
  if (!opened.ok) return opened
  const workbook = opened.value
  const sheets = returnedSheets(workbook)
  const cells = new NamedCells(workbook, sheets)
  const markOf = (name: keyof typeof REVIEW_PROPERTIES): ReturnedMark => ({
    cell: cells.text(REVIEW_NAMES[name]),
    property: propertyOf(workbook, REVIEW_PROPERTIES[name]),
  })
  const trouble = formatTrouble(file, markOf('format'))
  if (trouble !== null) return trouble
  const { key, fingerprint, decision, reason, reviewer, confirmer } = REVIEW_NAMES
  const missing = cells.missing([[key, fingerprint, decision, reason], [reviewer], [confirmer]])
  const [reviewerCell, confirmerCell] = [cells.first(reviewer), cells.first(confirmer)]
  if (missing.length > 0 || reviewerCell === null || confirmerCell === null)
    return refused(file, 'review_names_missing', missing.join(', '))

  const { sheets: matched, isWhole } = writtenSheets(cells, sheets)
  return success({
    file: file.name,
    producer: producerOf(workbook),
    marks: { project: markOf('project'), state: markOf('state') },
    reviewer: reviewerCell,
    confirmer: confirmerCell,
    rows: cells.rows({ key, fingerprint, decision, reason }),
    questions: cells.rows(QUESTION_NAMES),
    writtenKeys: isWhole ? cells.written(key, matched.matched) : null,
    changed: changedCells(
      matched,
      INPUTS.flatMap((name) => cells.areas(name)),
    ),
  })
}

const QUESTION_NAMES = {
  key: REVIEW_NAMES.questionKey,
  path: REVIEW_NAMES.questionPath,
  fingerprint: REVIEW_NAMES.questionFingerprint,
  value: REVIEW_NAMES.questionValue,
  reason: REVIEW_NAMES.questionReason,
}

/** What is to be filled in: read for itself, and never told as changed by hand. */
const INPUTS = [
  REVIEW_NAMES.decision,
  REVIEW_NAMES.reason,
  REVIEW_NAMES.questionValue,
  REVIEW_NAMES.questionReason,
  REVIEW_NAMES.reviewer,
  REVIEW_NAMES.confirmer,
]

function openWorkbook(file: RosterFile): Result<WorkBook> {
  const format = sniffFormat(file.bytes)
  if (format === 'empty') return refused(file, 'file_empty')
  if (format === 'compound') return refusedCompound(file)
  if (format !== 'zip') return refused(file, 'review_file_not_xlsx')
  const { kind, parts, trouble } = unpackWorkbook(file.bytes)
  if (trouble !== null) return refused(file, trouble.code, trouble.value, trouble.details)
  if (kind !== 'xlsx') return refused(file, 'review_file_not_xlsx')
  try {
    const workbook = parseParts(parts)
    // SheetJS omits a sheet that it cannot parse, without an error.
    const lost =
      workbook.SheetNames.find((name) => workbook.Sheets[name] === undefined) ?? sheetOutOfBounds(workbook)
    return lost === null ? success(workbook) : refused(file, 'sheet_unreadable', lost)
  } catch (error) {
    return refused(file, 'file_unreadable', error instanceof Error ? error.message : String(error))
  }
}

/** An .xlsx with a password is kept in the same container as an .xls. */
function refusedCompound(file: RosterFile): Refusal {
  const isProtected = readXls(file).problems.some(({ code }) => code === 'file_protected')
  return refused(file, isProtected ? 'file_protected' : 'review_file_not_xlsx')
}

function formatTrouble(file: RosterFile, { cell, property }: ReturnedMark): Refusal | null {
  const said = [cell, property].filter((each) => each !== null)
  const other = said.find((each) => each !== REVIEW_FORMAT)
  if (said.length === 0 || other?.startsWith(KIND) === false)
    return refused(file, 'review_no_review_workbook', other)
  return other === undefined ? null : refused(file, 'review_format_unknown', other)
}

const KIND = 'review '

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

function refused(
  { name }: RosterFile,
  code: ProblemCode,
  value: string | null = null,
  details: Readonly<Record<string, number>> = {},
): Refusal {
  return refusals([{ code, severity: 'error', place: { file: name }, value, details }])
}
