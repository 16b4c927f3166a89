import { createI18n } from 'vue-i18n'
import english from './en.json'
import chinese from './zh-CN.json'

/** Every text of the Chinese file exists in the English one and the other way round: a missing one does not compile. */
type Texts = typeof chinese & typeof english

/** The interface's words, in Chinese unless the first language asked for is English. */
export function createTexts(languages: readonly string[]) {
  const locale = languages[0]?.startsWith('en') === true ? 'en' : 'zh-CN'
  const messages: Record<'zh-CN' | 'en', Texts> = { 'zh-CN': chinese, en: english }
  return createI18n<false>({ legacy: false, locale, fallbackLocale: 'zh-CN', messages })
}
