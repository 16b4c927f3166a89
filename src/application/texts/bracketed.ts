import type { Texts } from './Texts'

/** Words in brackets behind others, as the language sets them. */
export function bracketed(text: string, { language }: Pick<Texts, 'language'>): string {
  return language === 'en' ? ` (${text})` : `（${text}）`
}
