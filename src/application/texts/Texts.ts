import type { Problem } from '../../domain/shared/Problem'

export const LANGUAGES = ['zh-CN', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** The words of one language, for everything that is written outside the window: workbooks and the terminal. */
export interface Texts {
  readonly language: Language
  /** A term of `resources/texts/`, by its group (`conclusions`, `columns` …). An unknown one is a bug and throws. */
  term(group: string, name: string): string
  /** What happened and what to do about it. */
  problem(problem: Problem): { readonly message: string; readonly remedy: string }
}
