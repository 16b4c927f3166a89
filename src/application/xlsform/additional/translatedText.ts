import type { Text } from '../../../domain/instrument/Instrument'
import { LANGUAGES, type Language } from '../../texts/Texts'
import { translatedColumn, type TranslatedColumn } from '../columns'
import type { SheetRow, SheetRows } from './SheetRows'

/** How the languages are called in headers besides the app's own way. */
const LANGUAGE_NAMES: Readonly<Record<Language, RegExp>> = {
  'zh-CN': /中文|汉语|chinese|\(zh/i,
  en: /english|英文|英语|\(en/i,
}

/** Finds a translated column's words of a row: in one language alone, they stand for both. */
export function wordsIn({ columns }: SheetRows) {
  const namesOf = (column: TranslatedColumn, language: Language): readonly string[] => {
    const marked = columns
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${column}::`) && LANGUAGE_NAMES[language].test(name))
    return [translatedColumn(column, language), ...marked]
  }
  return (row: SheetRow, column: TranslatedColumn): Text | null => {
    const said = new Map(
      LANGUAGES.map((language) => [
        language,
        namesOf(column, language)
          .map((name) => row.at(name))
          .find((text) => text !== null) ?? null,
      ]),
    )
    const any = row.at(column) ?? said.get('zh-CN') ?? said.get('en') ?? null
    return any === null ? null : { 'zh-CN': said.get('zh-CN') ?? any, en: said.get('en') ?? any }
  }
}

/** Whether a column is one of these translated ones, in a language that is known. */
export function isTranslated(name: string, columns: readonly TranslatedColumn[]): boolean {
  return columns.some(
    (column) =>
      name === column ||
      (name.startsWith(`${column}::`) && LANGUAGES.some((each) => LANGUAGE_NAMES[each].test(name))),
  )
}
