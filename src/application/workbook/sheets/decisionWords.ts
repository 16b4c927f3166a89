import {
  DETERMINATIONS,
  INCLUSION_DETERMINATIONS,
  type Determination,
} from '../../../domain/programmes/assessment/determination/Determination'
import { columnsIn } from '../../tables/TableSpec'
import { LANGUAGES, type Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'
import type { CodeList } from './codeSheet'

/** What may be determined, by what is listed of the household. */
const DECISIONS = {
  exited: ['wrong_exit', 'exit_confirmed', ...INCLUSION_DETERMINATIONS],
  unregistered: ['omission', 'no_omission'],
  registered: INCLUSION_DETERMINATIONS,
} as const satisfies Readonly<Record<string, readonly Determination[]>>

/** The choices of the review sheet's drop-downs: `L_decisions_exited`, `L_decisions_unregistered`, `L_decisions_registered`. */
export function decisionLists(texts: Texts): readonly CodeList[] {
  return (Object.keys(DECISIONS) as (keyof typeof DECISIONS)[]).map((list) => ({
    name: `decisions_${list}`,
    questions: texts.term('decisionLists', list),
    choices: DECISIONS[list].map((name) => ({
      name,
      label: { 'zh-CN': wordOf(name, 'zh-CN', texts), en: wordOf(name, 'en', texts) },
    })),
  }))
}

interface DecisionWord {
  readonly word: string
  readonly code: Determination
}

/**
 * `Decision_words`: what a decision cell may say, with its code in the second column. Formulas do not tell capitals apart:
 * neither does this, and has every word once.
 */
export function decisionWordSheet(texts: Texts): WorkbookSheet {
  const words = new Map<string, DecisionWord>()
  for (const code of DETERMINATIONS)
    for (const word of [code, ...LANGUAGES.map((language) => wordOf(code, language, texts))])
      words.set(word.toLowerCase(), { word, code })
  const column = columnsIn<DecisionWord>(texts)
  const columns = [
    column('decisionWord', 24, 'text', ({ word }) => word),
    column('code', 24, 'text', ({ code }) => code),
  ]
  return {
    ...listSheet({ key: 'decisionWords', columns }, [...words.values()], texts),
    names: [{ name: 'Decision_words', column: 'decisionWord', to: 'code' }],
    inputs: [],
    isHidden: true,
  }
}

function wordOf(determination: Determination, language: (typeof LANGUAGES)[number], texts: Texts): string {
  return texts.inLanguage(language).term('determinations', determination)
}
