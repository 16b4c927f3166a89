import { createI18n } from 'vue-i18n'
import english from './en.json'
import chinese from './zh-CN.json'

/** Every text of the Chinese file exists in the English one and the other way round: a missing one does not compile. */
export type Messages = typeof chinese & typeof english

export type Language = 'zh-CN' | 'en'

/** The interface's words. Chinese unless the user chose English: a laptop set up in English says nothing about its assessor. */
export function createTexts(locale: Language = 'zh-CN') {
  const messages: Record<Language, Messages> = { 'zh-CN': chinese, en: english }
  return createI18n<false>({ legacy: false, locale, fallbackLocale: 'zh-CN', messages })
}
