import { basename } from 'node:path'
import { FORM_TEMPLATES } from '../adapters/resources/forms'
import { BLANK_FORM, formName, type ChosenForm } from '../application/forms/ChosenForm'
import type { FactBook } from '../application/forms/formFacts'
import { parseTemplate } from '../application/forms/parseTemplate'
import type { Texts } from '../application/texts/Texts'
import { refusals, success, type Result } from '../domain/shared/Result'
import type { Problem } from '../domain/shared/Problem'
import { givenText } from './readText'

/** Every form that is shipped. */
const SHIPPED_FORMS: readonly ChosenForm[] = [...FORM_TEMPLATES, 'blank']

/**
 * Forms by their names, or by files of the user's own; without any, every shipped one. Refused: `forms_form_unknown`, and what
 * `parseTemplate` refuses.
 */
export async function chosenForms(
  words: readonly string[],
  facts: FactBook,
  texts: Texts,
): Promise<Result<readonly ChosenForm[]>> {
  if (words.length === 0) return success(SHIPPED_FORMS)
  const found = await Promise.all([...new Set(words)].map((word) => formOf(word, facts, texts)))
  const problems = found.flatMap((each) => (each.ok ? [] : each.problems))
  return problems.length > 0
    ? refusals(problems)
    : success(found.flatMap((each) => (each.ok ? [each.value] : [])))
}

async function formOf(word: string, facts: FactBook, texts: Texts): Promise<Result<ChosenForm>> {
  if (word.endsWith('.json')) {
    const text = await givenText(word).text()
    return text.ok ? parseTemplate(text.value, basename(word), facts) : text
  }
  const shipped = SHIPPED_FORMS.find(
    (form) => formName(form) === word || (form !== BLANK_FORM && form.title[texts.language] === word),
  )
  if (shipped !== undefined) return success(shipped)
  const details = { names: SHIPPED_FORMS.map(formName).join('、') }
  const problem: Problem = { code: 'forms_form_unknown', severity: 'error', place: {}, value: word, details }
  return refusals([problem])
}
