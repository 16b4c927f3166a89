import { currentForm } from '../adapters/resources/instruments'
import { parseObject } from '../application/assess/answerFields'
import type { ProjectKind } from '../application/project/ProjectSettings'
import { success, type Result } from '../domain/shared/Result'
import { givenText } from './readText'

/**
 * Whether a file of answers is of the other programme: its first lines answer questions that only the other's form has, and none that
 * only the form of `kind` has. Refused: `text_file_damaged`.
 */
export async function isOfOtherKind(path: string, kind: ProjectKind): Promise<Result<boolean>> {
  const read = await givenText(path).lines()
  if (!read.ok) return read
  const own = currentForm(kind).questions
  const others = currentForm(kind === 'census' ? 'assessment' : 'census').questions
  let isOther = false
  let left = LOOKED_AT
  for await (const line of read.value) {
    const question = parseObject(line.replace(/^\uFEFF/, ''))?.['question']
    const name = typeof question === 'string' ? question : ''
    if (own.has(name) && !others.has(name)) return success(false)
    if (others.has(name) && !own.has(name)) isOther = true
    if (--left === 0) break
  }
  return success(isOther)
}

/** Some households' answers, which name most of a form's questions. */
const LOOKED_AT = 500
