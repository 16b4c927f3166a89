import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { arrayOfLines, isArrayBegin } from '../arrayOfLines'
import type { AnswerRecord } from './AnswerRecord'
import { parseAnswerLine, type AnswersContext } from './parseAnswerLine'

export interface ReadAnswers {
  readonly records: readonly AnswerRecord[]
  /** Warnings only: a line with an error refuses the file. */
  readonly problems: readonly Problem[]
}

/**
 * Reads an answers file line by line; blank lines are passed over. All or nothing: one line with an error refuses the
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
  return problems.some(({ severity }) => severity === 'error')
    ? refusals(problems)
    : success({ records, problems })
}
