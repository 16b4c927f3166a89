import type { Language } from '../application/texts/Texts'
import type { MergeStep } from '../application/team/merge/mergeOneByOne'

const WORDS: Readonly<Record<Language, (step: MergeStep) => string>> = {
  'zh-CN': ({ doing, nth, of }) => `${doing === 'reading' ? '读取' : '合并'}第 ${nth} 个包，共 ${of} 个`,
  en: ({ doing, nth, of }) => `${doing} package ${nth} of ${of}`,
}

/** From the line's beginning, and away with what stood there. */
const AFRESH = '\r\x1b[K'

/** Tells what a merge is at, in one line that is written over. Where no terminal shows it, nothing is said. */
export function mergeProgress(to: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, language: Language) {
  const say = (text: string): void => {
    if (to.isTTY) to.write(AFRESH + text)
  }
  return {
    tell: (step: MergeStep): void => say(WORDS[language](step)),
    clear: (): void => say(''),
  }
}
