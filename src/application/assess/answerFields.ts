import type { Json } from '../../domain/shared/Json'
import { isIsoDate } from '../../domain/shared/calendar'

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** The fields of a line; null where it is no object. */
export function parseObject(text: string): Readonly<Record<string, Json>> | null {
  try {
    const parsed = JSON.parse(text) as Json
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, Json>)
      : null
  } catch {
    return null
  }
}

/** An ISO instant; what a day or a clock time leaves open is midnight, and China's time zone. */
export function instantOf(value: Json): string | null {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null
  if (match === null) return null
  const [, day = '', minutes = '00:00', seconds = ':00', zone = '+08:00'] = match
  const instant = `${day}T${minutes}${seconds}${zone}`
  return isIsoDate(day) && !Number.isNaN(Date.parse(instant)) ? instant : null
}

/** Neither a key nor left out. A number too large to be exact is no key: its last digits are lost. */
export function isNoKey(value: Json | undefined): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value)
  return value !== undefined && value !== null && typeof value !== 'string'
}

/** Blanks around a key are no part of it. */
export function textOrNumber(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null
}

/** Neither left out nor null. */
export function isGivenIn(field: Json | undefined): boolean {
  return field !== undefined && field !== null
}

/** A field as a problem shows it. */
export function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
