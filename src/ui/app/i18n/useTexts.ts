import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Texts } from '../../../application/texts/Texts'
import { useServices } from '../services'

/** The words that workbooks and terminal use too (conclusions, criteria, problems), in the window's language. */
export function useTexts(): ComputedRef<Texts> {
  const { textsOf } = useServices()
  const { locale } = useI18n()
  return computed(() => textsOf(locale.value === 'en' ? 'en' : 'zh-CN'))
}
