import type datasets from '../../../resources/texts/datasets.zh-CN.json'
import type dictionary from '../../../resources/texts/dictionary.zh-CN.json'
import type forms from '../../../resources/texts/forms.zh-CN.json'
import type judgement from '../../../resources/texts/judgement.zh-CN.json'
import type workbook from '../../../resources/texts/workbook.zh-CN.json'
import type xlsform from '../../../resources/texts/xlsform.zh-CN.json'
import type { Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

export const LANGUAGES = ['zh-CN', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

type Terms = typeof judgement &
  typeof workbook &
  typeof dictionary &
  typeof datasets &
  typeof forms &
  typeof xlsform

/** A group of terms. */
export type TermGroup = keyof Terms

/** A term of a group. */
export type TermOf<Group extends TermGroup> = keyof Terms[Group] & string

/** The words of one language, for everything that is written outside the window: workbooks and the terminal. */
export interface Texts {
  readonly language: Language
  /** The same words in another language, or in this one. */
  inLanguage(language: Language): Texts
  /** What problems of a code are about, without the values of any one of them: the name of their kind. */
  problemTitle(code: ProblemCode): string
  /** A term of `resources/texts/`, by its group (`conclusions`, `columns` …); one that the files lack does not compile. */
  term<Group extends TermGroup>(group: Group, name: TermOf<Group>): string
  /** What happened and what to do about it. */
  problem(problem: Problem): { readonly message: string; readonly remedy: string }
}
