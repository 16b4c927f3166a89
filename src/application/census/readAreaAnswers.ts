import type { AreaAnswers, AreaForm } from '../../domain/programmes/census/AreaForm'
import { checkAreaAnswers } from '../../domain/programmes/census/checkAreaAnswers'
import type { Json } from '../../domain/shared/Json'
import type { Place, Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { parseObject, shown } from '../assess/answerFields'
import { arrayOfLines, isArrayBegin } from '../assess/arrayOfLines'
import { villageFinder } from './villageFinder'

/** The villages and the form that a file of their answers must fit. */
export interface VillageLines {
  readonly file: string
  readonly form: AreaForm
  /** By `villageOf`. */
  readonly villages: readonly string[]
}

export interface ReadVillages {
  /** By `villageOf`. */
  readonly answers: ReadonlyMap<string, AreaAnswers>
  /** Warnings: fields that were passed over. */
  readonly problems: readonly Problem[]
}

/** Fields of a line; those after `value` belong to the record and count nothing. */
const FIELDS = ['village', 'question', 'value', 'evidence', 'at', 'by', 'reason']

/**
 * Reads village forms, one answer a line: a later one corrects, `null` takes back. Refused as a whole, each with its line: lines
 * that are no objects, villages that the list does not have (`village_unknown`) or has several of (`village_ambiguous`), what
 * `checkAreaAnswers` tells.
 */
export async function readVillageAnswers(
  lines: AsyncIterable<string> | Iterable<string>,
  { file, form, villages }: VillageLines,
): Promise<Result<ReadVillages>> {
  const answers = new Map<string, AreaAnswers>()
  const problems: Problem[] = []
  const find = villageFinder(villages)
  let line = 0
  let isBegun = false
  for await (const raw of lines) {
    line++
    const text = raw.replace(/^\uFEFF/, '').trim()
    if (text === '') continue
    if (!isBegun && isArrayBegin(text, 0)) return refusals([arrayOfLines(file, line)])
    isBegun = true
    const read = readLine(text, { file, line }, form, find)
    problems.push(...read.problems)
    if (read.village !== null) answers.set(read.village, { ...answers.get(read.village), ...read.answer })
  }
  // Answer by answer they were checked with their lines; what is left is one against another.
  if (problems.every(({ severity }) => severity !== 'error'))
    for (const [village, own] of answers)
      problems.push(...inFile(checkAreaAnswers(form, own, village), { file }))
  return problems.some(({ severity }) => severity === 'error')
    ? refusals(problems)
    : success({ answers, problems })
}

/** Reads the county's form: one JSON object of its answers. Refused: no object (`area_form_unreadable`), what `checkAreaAnswers` tells. */
export function parseCountyAnswers(text: string, file: string, form: AreaForm): Result<AreaAnswers> {
  const fields = parseObject(text.replace(/^\uFEFF/, ''))
  if (fields === null) return refusals([fault('area_form_unreadable', { file }, text.slice(0, 80))])
  const answers = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]))
  const problems = checkAreaAnswers(form, answers, form.title['zh-CN'])
  return problems.length > 0 ? refusals(inFile(problems, { file })) : success(answers)
}

interface ReadLine {
  /** Null where the line is refused. */
  readonly village: string | null
  readonly answer: AreaAnswers
  readonly problems: readonly Problem[]
}

function readLine(
  text: string,
  place: Place,
  form: AreaForm,
  find: ReturnType<typeof villageFinder>,
): ReadLine {
  const refused = (...problems: readonly Problem[]): ReadLine => ({ village: null, answer: {}, problems })
  const fields = parseObject(text)
  if (fields === null) return refused(fault('answers_line_unreadable', place, text.slice(0, 80)))
  const strange = Object.keys(fields)
    .filter((name) => !FIELDS.includes(name))
    .map((name): Problem => ({ ...fault('answers_field_unknown', place, name), severity: 'warning' }))
  const { village, question, value } = fields
  const found = typeof village === 'string' ? find(village.trim()) : { fault: 'village_unknown' as const }
  if ('fault' in found) return refused(...strange, fault(found.fault, place, shown(village)))
  if (typeof question !== 'string')
    return refused(...strange, fault('answers_question_unknown', place, shown(question)))
  if (value === undefined) return refused(...strange, fault('answer_empty', { ...place, question }, null))
  const answer = { [question]: plain(value) }
  const wrong = inFile(checkAreaAnswers(form, answer, found.village), place)
  return wrong.length > 0
    ? refused(...strange, ...wrong)
    : { village: found.village, answer, problems: strange }
}

/** An answer as it stands; what is neither text nor number is no answer of any form, and told as it was written. */
function plain(value: Json): string | number | null {
  return typeof value === 'string' || typeof value === 'number' || value === null
    ? value
    : JSON.stringify(value)
}

function inFile(problems: readonly Problem[], place: Place): readonly Problem[] {
  return problems.map((each) => ({ ...each, place: { ...each.place, ...place } }))
}

function fault(code: ProblemCode, place: Place, value: string | null): Problem {
  return { code, severity: 'error', place, value }
}
