import { writeReview } from '../adapters/excel/writeReview'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { STANDARDS } from '../adapters/resources/standards'
import type { ProjectReview } from '../application/review/reviewAssessed'
import type { Language } from '../application/texts/Texts'
import { textsOf } from '../adapters/resources/texts'
import { projectMark } from '../application/workbook/review/reviewFormat'
import { LISTS_APART_ABOVE, ReviewWorkbook } from '../application/workbook/ReviewWorkbook'
import type { Problem } from '../domain/shared/Problem'
import type { StandardsInForce } from '../domain/standards/Standards'
import { assessmentJson } from './assessmentJson'
import { assessmentReport } from './assessmentReport'
import type { AskedIds } from './fullIdsWords'
import { problemLines } from './problemLines'
import { print, warn } from './print'
import type { WrittenFile } from './writeWhole'

/** How a review is told. */
export interface ReviewOutput {
  /** The workbook's file; null where none is wanted. */
  readonly out: string | null
  /** Who asked for ID numbers in full, and why; null: they are masked. */
  readonly fullIds: AskedIds | null
  readonly json: boolean
  /** Everything is told, not only what a person needs first. */
  readonly isVerbose: boolean
  readonly language: Language
}

/** The workbook of lists beside a review workbook of many households. */
export function listsPath(out: string): string {
  return `${out.replace(/\.xlsx$/i, '')}-lists.xlsx`
}

/** The review workbook, to be written; nothing where none is wanted. `salt`: what keys are made with. */
export function reviewFiles(
  { review, households, report }: ProjectReview,
  salt: string,
  { out, fullIds, language }: ReviewOutput,
): readonly WrittenFile[] {
  if (out === null) return []
  const isSampled = review.inputs.samplings !== null
  const terms = {
    texts: textsOf(language),
    isIdInFull: fullIds !== null,
    isSampled,
    project: projectMark(salt),
  }
  const filled = (): ReviewWorkbook => {
    const workbook = new ReviewWorkbook(terms)
    for (const household of households) workbook.add(household)
    return workbook
  }
  const contentOf = () => {
    const workbook = filled()
    const own = fullIds === null ? [] : [{ ...fullIds, at: new Date().toISOString() }]
    const fullIdsAsked = [...(review.inputs.fullIdsAsked ?? []), ...own]
    const frame = { ...review.frame(report, STANDARDS), fullIdsAsked }
    return writeReview(workbook.sheets(frame), workbook.mark(frame))
  }
  const lists = { path: listsPath(out), contentOf: () => writeWorkbook(filled().lists()) }
  return [{ path: out, contentOf }, ...(households.length > LISTS_APART_ABOVE ? [lists] : [])]
}

/**
 * Prints the review: the document of `--json`, or the report for the eye, which leaves to the files that were written what they hold;
 * then the problems.
 */
export function printReview(
  { review, assessments, report, determinations }: ProjectReview,
  problems: readonly Problem[],
  written: readonly WrittenFile[],
  { json, isVerbose, language }: ReviewOutput,
): void {
  const { standards } = review.rules
  const texts = textsOf(language)
  if (json) print(assessmentJson(assessments, report, determinations, problems, standards, texts))
  else {
    const told = isVerbose ? 'all' : written.length > 0 ? 'summary' : 'first'
    const reviewed = { assessments, report, determinations, standards }
    print([assessmentReport(reviewed, told, texts), ...writtenLines(written, language)].join('\n'))
  }
  if (problems.length > 0) warn(problemLines(problems, texts, isVerbose))
}

/** Lines that tell which files were written. */
export function writtenLines(written: readonly WrittenFile[], language: Language): readonly string[] {
  return written.map(({ path }, index) => `${index === 0 ? '\n' : ''}${WRITTEN[language]} ${path}`)
}

const WRITTEN: Readonly<Record<Language, string>> = { 'zh-CN': '已写出', en: 'written' }

/** With `--json` a refusal is still one document: no households, and why. Returns the exit code. */
export function refuseReview(
  problems: readonly Problem[],
  standards: StandardsInForce | null,
  { json, isVerbose, language }: ReviewOutput,
): number {
  const texts = textsOf(language)
  if (json) print(assessmentJson([], null, new Map(), problems, standards, texts))
  warn(problemLines(problems, texts, isVerbose))
  return 1
}
