import type { Text } from '../../domain/instrument/Instrument'
import { bracketed } from './bracketed'
import type { Texts } from './Texts'

/** A dated value as people write it: shares as percentages, years and days as they are. */
export function standardText(value: number | string, unit: Text): string {
  if (typeof value === 'string') return value
  return unit.en.startsWith('share of') ? `${+(value * 100).toFixed(2)} %` : value.toLocaleString('en-US')
}

/** A source's words, marked where no primary text was found. */
export function sourceText(source: Text & { readonly confirmed: boolean }, texts: Texts): string {
  const words = source[texts.language]
  return source.confirmed ? words : words + bracketed(texts.term('marks', 'unconfirmed'), texts)
}
