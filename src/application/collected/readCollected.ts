import type { Instrument, Question } from '../../domain/instrument/loadInstrument'
import { cellText } from '../../domain/roster/cellText'
import type { Json } from '../../domain/shared/Json'
import type { Place, Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { instantOf } from '../assess/answerFields'
import type { KnownHousehold } from '../assess/parseAnswerLine'
import type { SheetsOfFile } from '../roster/spreadsheetPort'
import type { FormModel } from '../xlsform/FormModel'
import { evidenceOf, FORM_NAMES, reasonOf } from '../xlsform/formNames'
import { checkCollected, type CollectedLine } from './checkCollected'
import { collectedTables, placeAt, placeOf, textIn, type CollectedRow } from './collectedTables'
import { collectedValue, type CollectedFault } from './collectedValue'
import { submissionsOf, type Submission } from './submissions'
import { fieldNames } from './fieldNames'

export interface CollectedContext {
  readonly instrument: Instrument
  /** The form that went out, by whose names the answers come back. */
  readonly form: FormModel
  /** Households of the list; null: whatever the export names. */
  readonly households: ReadonlyMap<string, KnownHousehold> | null
}

export interface CollectedAnswers {
  /** Lines of an answers file, in the form's order, household by household. */
  readonly lines: readonly Readonly<Record<string, Json>>[]
  readonly households: number
  /** Warnings only. */
  readonly problems: readonly Problem[]
}

/**
 * Answers that were collected with the form that went out, as an answers file has them. Each file's sheets belong together, or
 * those of files with one sheet each. All or nothing: one cell that is not understood refuses all, with every problem found.
 */
export function readCollected(
  files: readonly SheetsOfFile[],
  context: CollectedContext,
): Result<CollectedAnswers> {
  const problems: Problem[] = files.flatMap((file) => file.problems)
  const lines: CollectedLine[] = []
  const fields = fieldNames(context.form)
  const seen = new Map<string, CollectedRow>()
  for (const tables of containersOf(files)) {
    const { found, problems: unknown } = collectedTables(tables, context.instrument, fields)
    const { submissions, problems: loose } = submissionsOf(found, tables, context.instrument)
    // What is in a file without households is nothing of ours: its columns need no words.
    if (found.some(({ scope }) => scope === 'household')) problems.push(...unknown)
    problems.push(...loose)
    for (const submission of submissions) {
      const { main, household } = submission
      if (seen.has(household))
        problems.push(problem('collected_household_twice', placeOf(main, FORM_NAMES.household), household))
      seen.set(household, main)
      const read = readSubmission(submission, context)
      problems.push(...read.problems)
      lines.push(...read.lines)
    }
  }
  if (problems.some(({ severity }) => severity === 'error')) return refusals(problems)
  return success({ lines: lines.map(({ fields: own }) => own), households: seen.size, problems })
}

/** Sheets of one file belong together; so do files that have one each. */
function containersOf(files: readonly SheetsOfFile[]): readonly SheetsOfFile['tables'][] {
  const whole = files.filter(({ tables }) => tables.length > 1).map(({ tables }) => tables)
  const single = files.flatMap(({ tables }) => (tables.length === 1 ? tables : []))
  return single.length === 0 ? whole : [...whole, single]
}

/** An instance of a scope: its row, and how the answers file names it. */
interface Instance {
  readonly row: CollectedRow
  readonly names: { readonly member?: string; readonly line?: string }
}

function readSubmission(
  submission: Submission,
  context: CollectedContext,
): { readonly lines: readonly CollectedLine[]; readonly problems: readonly Problem[] } {
  const { instrument } = context
  const { main, household, members } = submission
  const problems: Problem[] = []
  const lines: CollectedLine[] = []
  const shared = sharedFields(submission, problems)
  const memberOf = (choice: string): string => submission.memberOf(choice)
  const add = (row: CollectedRow, field: string, own: Readonly<Record<string, Json>>): void => {
    const evidencePlace = placeOf(row, evidenceOf(field))
    lines.push({ fields: { household, ...own, ...shared }, place: placeOf(row, field), evidencePlace })
  }
  const instances = (scope: string): readonly Instance[] => {
    if (scope === 'household') return [{ row: main, names: {} }]
    if (scope === instrument.repeats.roster)
      return members.map(({ row, key }) => ({ row, names: { member: key } }))
    return submission.lines.map((row, index) => ({ row, names: { line: String(index + 1) } }))
  }
  const addAnswer = (question: Question, { row, names }: Instance): void => {
    const { name, type } = question.data
    const read = collectedValue(row, question, memberOf)
    const evidence = textIn(row, evidenceOf(name))
    if ('fault' in read) problems.push(faultAt(read, row, name))
    else if (read.value === null) {
      if (evidence !== null) problems.push(alone(row, name, evidence))
    } else if (type === 'signature') add(row, name, { ...names, question: name, note: String(read.value) })
    else
      add(row, name, { ...names, question: name, value: read.value, ...(evidence !== null && { evidence }) })
  }
  for (const group of instrument.data.groups)
    for (const instance of instances(group.scope))
      for (const { name } of group.questions) {
        const question = instrument.questions.get(name)
        if (question !== undefined) addAnswer(question, instance)
      }
  for (const check of instrument.data.checks)
    for (const { row, names } of instances(check.scope)) {
      const reason = textIn(row, reasonOf(check))
      const [question] = check.questions
      if (reason !== null && question !== undefined)
        add(row, reasonOf(check), { ...names, question, note: reason })
    }
  const asOf = textIn(main, 'as_of')
  return { lines, problems: [...problems, ...checkCollected(lines, submission, asOf, context)] }
}

/** Who asked and when. */
function sharedFields({ main }: Submission, problems: Problem[]): Readonly<Record<string, Json>> {
  const by = textIn(main, FORM_NAMES.assessor)
  const field = WHEN.find((each) => textIn(main, each) !== null)
  const at = field === undefined ? null : textIn(main, field)
  const isTime = at !== null && instantOf(at) !== null
  if (field !== undefined && !isTime)
    problems.push({ ...problem('collected_time_unreadable', placeOf(main, field), at), severity: 'warning' })
  return { ...(by !== null && { by }), ...(isTime && { at }) }
}

const WHEN = [FORM_NAMES.end, '_submission_time', 'SubmissionDate']

function faultAt({ fault, column }: CollectedFault, row: CollectedRow, question: string): Problem {
  if (column === undefined)
    return problem(fault, { ...placeOf(row, question), question }, textIn(row, question))
  const place = { ...placeAt(row.table, row.row, column), question }
  return problem(fault, place, cellText(row.table.cell(row.row, column)))
}

function alone(row: CollectedRow, question: string, value: string): Problem {
  const place = { ...placeOf(row, evidenceOf(question)), question }
  return { code: 'collected_evidence_alone', severity: 'warning', place, value }
}

function problem(code: ProblemCode, place: Place, value: string | null): Problem {
  return { code, severity: 'error', place, value }
}
