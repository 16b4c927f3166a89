import { useI18n } from 'vue-i18n'
import type { Language, Messages } from './createTexts'

/** Path of a text of the interface, `households.next`; one that is not in the files does not compile. */
export type MessageKey = PathOf<Messages>

type PathOf<Part> = {
  [Name in keyof Part & string]: Part[Name] extends string ? Name : `${Name}.${PathOf<Part[Name]>}`
}[keyof Part & string]

/** Values of a text's places, by name; `count` chooses between the forms of a text that has several. */
export type MessageValues = Readonly<Record<string, unknown>>

/** The interface's texts in the window's language. */
export function useMessages() {
  const { t: translate, locale } = useI18n()
  return {
    t: (key: MessageKey, values: MessageValues = {}): string => translate(key, values),
    language: (): Language => (locale.value === 'en' ? 'en' : 'zh-CN'),
  }
}
