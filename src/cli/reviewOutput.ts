import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { STANDARDS } from '../adapters/resources/standards'
import type { ProjectReview } from '../application/review/reviewAssessed'
import type { Language } from '../application/texts/Texts'
import { textsOf } from '../adapters/resources/texts'
import { buildWorkbook } from '../application/workbook/buildWorkbook'
import type { Problem } from '../domain/shared/Problem'
import type { StandardsInForce } from '../domain/standards/Standards'
import { assessmentJson } from './assessmentJson'
import { assessmentReport } from './assessmentReport'
import { problemLines } from './problemLines'
import { print, warn } from './print'
import type { WrittenFile } from './writeWhole'

/** How a review is told. */
export interface ReviewOutput {
  /** The workbook's file; null where none is wanted. */
  readonly out: string | null
  readonly isIdInFull: boolean
  readonly json: boolean
  readonly language: Language
}

/** The review workbook, to be written; nothing where none is wanted. */
export function reviewFiles(
  { review, households, report }: ProjectReview,
  { out, isIdInFull, language }: ReviewOutput,
): readonly WrittenFile[] {
  if (out === null) return []
  const isSampled = review.inputs.samplings !== null
  const terms = { texts: textsOf(language), isIdInFull, isSampled }
  const contentOf = () =>
    writeWorkbook(buildWorkbook({ ...review.frame(report, STANDARDS), ...terms, households }))
  return [{ path: out, contentOf }]
}

/** Prints the review: the document of `--json`, or the report for the eye. */
export function printReview(
  { review, assessments, report, determinations }: ProjectReview,
  problems: readonly Problem[],
  { out, json, language }: ReviewOutput,
): void {
  const { standards } = review.rules
  const texts = textsOf(language)
  if (json) print(assessmentJson(assessments, report, determinations, problems, standards, texts))
  else print(assessmentReport(assessments, report, determinations, standards, out, texts))
}

/** With `--json` a refusal is still one document: no households, and why. Returns the exit code. */
export function refuseReview(
  problems: readonly Problem[],
  standards: StandardsInForce | null,
  { json, language }: ReviewOutput,
): number {
  const texts = textsOf(language)
  if (json) print(assessmentJson([], null, new Map(), problems, standards, texts))
  warn(problemLines(problems, texts))
  return 1
}
