import type { Language } from '../texts/Texts'

/** The sheets of an XLSForm, by the names that every converter expects. */
export const XLSFORM_SHEETS = { survey: 'survey', choices: 'choices', settings: 'settings' } as const

/** The languages as an XLSForm names them: every translated column carries one of these, spelt the same everywhere. */
export const XLSFORM_LANGUAGES: Readonly<Record<Language, string>> = {
  'zh-CN': '中文 (zh)',
  en: 'English (en)',
}

/** Columns that are translated, one column for each language. */
export type TranslatedColumn = 'label' | 'hint' | 'constraint_message' | 'required_message'

/** Header of a translated column: `label::中文 (zh)`. */
export function translatedColumn(column: TranslatedColumn, language: Language): string {
  return `${column}::${XLSFORM_LANGUAGES[language]}`
}

/** Untranslated columns of the survey sheet. */
export const SURVEY_COLUMNS = [
  'type',
  'name',
  'relevant',
  'required',
  'constraint',
  'calculation',
  'default',
  'appearance',
  'choice_filter',
  'parameters',
  'repeat_count',
] as const

export type SurveyColumn = (typeof SURVEY_COLUMNS)[number]

/** Untranslated columns of the choices sheet; `offered` says when a choice is, to the `choice_filter` of its questions. */
export const CHOICE_COLUMNS = ['list_name', 'name', 'offered'] as const

/** Columns of the settings sheet; `style` `pages` shows a group of fields as a page of its own. */
export const SETTINGS_COLUMNS = [
  'form_title',
  'form_id',
  'version',
  'default_language',
  'instance_name',
  'style',
] as const
