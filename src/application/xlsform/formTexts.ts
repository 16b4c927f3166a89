import type { Text } from '../../domain/instrument/Instrument'
import type { TermGroup, TermOf, Texts } from '../texts/Texts'

/** A text for each language of a form. */
export type TextIn = (language: keyof Text) => string

export function bothOf(text: TextIn): Text {
  return { 'zh-CN': text('zh-CN'), en: text('en') }
}

/** Makes the texts of a form that are not the instrument's, in both languages, with values in the places of `{name}`. */
export function termsIn(texts: Texts) {
  return <Group extends TermGroup>(
    group: Group,
    name: TermOf<Group>,
    values: Readonly<Record<string, Text | string>> = {},
  ): Text =>
    bothOf((language) =>
      texts
        .inLanguage(language)
        .term(group, name)
        .replace(/\{(\w+)\}/g, (whole, each: string) => {
          const value = values[each]
          return typeof value === 'string' ? value : (value?.[language] ?? whole)
        }),
    )
}

export type FormTerms = ReturnType<typeof termsIn>

/** Several texts as one. */
export function joined(parts: readonly Text[], separator: Text): Text {
  return bothOf((language) => parts.map((part) => part[language]).join(separator[language]))
}
