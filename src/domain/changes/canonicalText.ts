import type { Change } from './Change'

/** JSON with the keys of every object sorted: equal values give equal text, whoever wrote them. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined)
    entries.sort(([left], [right]) => (left < right ? -1 : 1))
    return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** A change's whole content: two changes with one id and different texts mean a forked replica. */
export function contentText(change: Change): string {
  return canonicalText({ ...change, replaces: [...change.replaces].sort() })
}
