import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { isMadeKey } from '../../domain/roster/isMadeKey'
import { arrayOfLines, isArrayBegin } from './arrayOfLines'
import type { AnswerRecord } from './AnswerRecord'
import { parseAnswerLine, type AnswersContext } from './parseAnswerLine'

export interface ReadAnswers {
  readonly records: readonly AnswerRecord[]
  /** Warnings only: a line with an error refuses the file. */
  readonly problems: readonly Problem[]
}

/**
 * Reads an answers file line by line; blank lines are skipped. All or nothing: one line with an error refuses the
 * whole file with every problem found, since a verdict without it could be a wrong one.
 */
export async function readAnswers(
  lines: AsyncIterable<string> | Iterable<string>,
  context: AnswersContext,
): Promise<Result<ReadAnswers>> {
  const records: AnswerRecord[] = []
  const problems: Problem[] = []
  let lineNumber = 0
  for await (const line of lines) {
    lineNumber++
    const text = line.replace(/^\uFEFF/, '')
    if (text.trim() === '') continue
    if (isArrayBegin(text, records.length + problems.length))
      return refusals([arrayOfLines(context.file, lineNumber)])
    const parsed = parseAnswerLine(text, lineNumber, context)
    problems.push(...parsed.problems)
    if (parsed.record !== null) records.push(parsed.record)
  }
  const strangers = strangersOnly(records, problems, context.file)
  if (strangers !== null) return refusals([strangers])
  return problems.some(({ severity }) => severity === 'error')
    ? refusals(problems)
    : success({ records, problems })
}

/** One problem in place of one for every line, where no household is on the list and all keys were made with a salt. */
function strangersOnly(
  records: readonly AnswerRecord[],
  problems: readonly Problem[],
  file: string,
): Problem | null {
  const unknown = problems.filter(({ code }) => code === 'answers_household_unknown')
  const [first] = unknown
  const isAll = first !== undefined && records.length === 0 && unknown.length === problems.length
  if (!isAll || !unknown.every(({ value }) => isMadeKey(value ?? ''))) return null
  const count = new Set(unknown.map(({ value }) => value)).size
  return { ...first, code: 'answers_keys_of_other_salt', place: { file }, details: { count } }
}
