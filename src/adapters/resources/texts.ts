import datasetsEn from '../../../resources/texts/datasets.en.json'
import datasetsZh from '../../../resources/texts/datasets.zh-CN.json'
import dictionaryEn from '../../../resources/texts/dictionary.en.json'
import dictionaryZh from '../../../resources/texts/dictionary.zh-CN.json'
import formsEn from '../../../resources/texts/forms.en.json'
import formsZh from '../../../resources/texts/forms.zh-CN.json'
import judgementEn from '../../../resources/texts/judgement.en.json'
import judgementZh from '../../../resources/texts/judgement.zh-CN.json'
import problemsEn from '../../../resources/texts/problems.en.json'
import problemsZh from '../../../resources/texts/problems.zh-CN.json'
import workbookEn from '../../../resources/texts/workbook.en.json'
import workbookZh from '../../../resources/texts/workbook.zh-CN.json'
import xlsformEn from '../../../resources/texts/xlsform.en.json'
import xlsformZh from '../../../resources/texts/xlsform.zh-CN.json'
import { isMadeKey } from '../../domain/roster/isMadeKey'
import { diskCause, type DiskCause } from '../../application/store/diskCause'
import type { Language, Texts } from '../../application/texts/Texts'
import type { Problem } from '../../domain/shared/Problem'

type Terms = Readonly<Record<string, Readonly<Record<string, string>>>>
type ProblemTexts = Readonly<Record<string, { readonly message: string; readonly remedy: string }>>

const TERMS: Readonly<Record<Language, Terms>> = {
  'zh-CN': { ...judgementZh, ...workbookZh, ...dictionaryZh, ...datasetsZh, ...formsZh, ...xlsformZh },
  en: { ...judgementEn, ...workbookEn, ...dictionaryEn, ...datasetsEn, ...formsEn, ...xlsformEn },
}

const PROBLEMS: Readonly<Record<Language, ProblemTexts>> = { 'zh-CN': problemsZh, en: problemsEn }

/** The texts of a language, from the files of `resources/texts/`. A term or code without a text is a bug and throws. */
export function textsOf(language: Language): Texts {
  return {
    language,
    inLanguage: textsOf,
    term(group, name) {
      const term = TERMS[language][group]?.[name]
      if (term === undefined) throw new Error(`no ${language} text for ${group}.${name}`)
      return term
    },
    problemTitle: (code) => titleOf(problemTexts(language, code).message),
    problem(problem) {
      const texts = problemTexts(language, problem.code)
      const terms = TERMS[language]
      return { message: fill(texts.message, problem, terms), remedy: fill(texts.remedy, problem, terms) }
    },
  }
}

function problemTexts(language: Language, code: string) {
  const texts = PROBLEMS[language][code]
  if (texts === undefined) throw new Error(`no ${language} text for problem ${code}`)
  return texts
}

/** A message's first sentence without its line, `…` in the places of its values. */
function titleOf(message: string): string {
  const sentence = /^.*?(?=。|\. |\.$|$)/.exec(message)?.[0] ?? message
  return sentence.replace(/^(第 \{line\} 行：|Line \{line\}: )/, '').replace(/\{\w+\}/g, '…')
}

/**
 * Puts a problem's own values in the places of a text: `{value}`, `{line}`, and its details by name; one named after terms as its term. `{diskAdvice}` is what helps against a
 * disk's `code`.
 */
function fill(text: string, { value, place, details }: Problem, terms: Terms): string {
  const values: Readonly<Record<string, string | number | null | undefined>> = {
    ...place,
    value,
    ...details,
    diskAdvice: adviceIn(details?.['code']),
  }
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const said = String(values[name] ?? '')
    const isKey = name === 'household' && isMadeKey(said)
    return terms[name]?.[said] ?? (isKey ? (terms['marks']?.['noNumber'] ?? said) : said)
  })
}

/** What helps against a disk's trouble; nothing where its cause is not known, or there is none. */
function adviceIn(code: string | number | undefined): DiskCause | undefined {
  const cause = typeof code === 'string' ? diskCause(code) : 'other'
  return cause === 'other' ? undefined : cause
}
