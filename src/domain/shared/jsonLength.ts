/** How deep lists and records may lie in each other; the app writes three or four. */
export const DEEPEST_JSON = 32

/**
 * Characters of a value, roughly as its JSON would take; infinite for what is no JSON, and for what lies deeper than
 * `DEEPEST_JSON`. What comes from outside is held to a bound with it before anything walks it.
 */
export function jsonLength(value: unknown): number {
  return lengthAt(value, 0)
}

function lengthAt(value: unknown, depth: number): number {
  if (value === null || typeof value === 'boolean') return 1
  if (typeof value === 'string') return value.length + 1
  if (typeof value === 'number') return Number.isFinite(value) ? 1 : Infinity
  if (typeof value !== 'object' || depth === DEEPEST_JSON) return Infinity
  let length = 1
  for (const [name, item] of Object.entries(value)) length += name.length + lengthAt(item, depth + 1)
  return length
}
