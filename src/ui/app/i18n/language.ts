import { computed, type WritableComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from './createTexts'

const KEY = 'yihu.language'

/** The language chosen on this device; Chinese until somebody chose. */
export function rememberedLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN'
}

/** Tells the page's language to whoever reads it aloud. */
export function declareLanguage(language: Language): void {
  document.documentElement.lang = language
}

/** The window's language; choosing one keeps it for this device. */
export function useLanguage(): WritableComputedRef<Language> {
  const { locale } = useI18n()
  return computed({
    get: () => (locale.value === 'en' ? 'en' : 'zh-CN'),
    set(language) {
      locale.value = language
      localStorage.setItem(KEY, language)
      declareLanguage(language)
    },
  })
}
