import en from '../../../resources/texts/problems.en.json'
import zhCN from '../../../resources/texts/problems.zh-CN.json'
import type { Problem } from '../../domain/shared/Problem'

export interface ProblemWords {
  /** What is wrong, with the problem's own values put in. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
}

export type ProblemText = (problem: Problem) => ProblemWords

/** The words for problems in one language. A code without words is a bug and throws. */
export function problemText(language: 'zh-CN' | 'en'): ProblemText {
  const texts: Readonly<Record<string, ProblemWords>> = language === 'en' ? en : zhCN
  return (problem) => {
    const words = texts[problem.code]
    if (words === undefined) throw new Error(`problems.${language}.json has no words for ${problem.code}`)
    return { message: filled(words.message, problem), remedy: filled(words.remedy, problem) }
  }
}

function filled(template: string, { place, value, details }: Problem): string {
  const values: Readonly<Record<string, string | number | null | undefined>> = { ...place, value, ...details }
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
