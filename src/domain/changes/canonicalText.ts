import type { Change } from './Change'

/**
 * JSON with the keys of every object sorted by UTF-16 units: equal values give equal text, whoever wrote them. One call of `JSON.stringify` for
 * the whole takes less than half the time of one for each part.
 */
export function canonicalText(value: unknown): string {
  const ordered = inOrder(value)
  return ordered === UNORDERED ? joinedText(value) : JSON.stringify(ordered)
}

const UNORDERED = Symbol('an object that has its own order')

/** A copy whose keys stand in order; `UNORDERED` where an object would not keep it: it has whole numbers first, and `__proto__` is no key. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return inOrderEach(value)
  const ordered: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort()) {
    const field = standsElsewhere(key) ? UNORDERED : inOrder((value as Record<string, unknown>)[key])
    if (field === UNORDERED) return UNORDERED
    ordered[key] = field
  }
  return ordered
}

function inOrderEach(values: readonly unknown[]): unknown {
  const ordered = values.map(inOrder)
  return ordered.includes(UNORDERED) ? UNORDERED : ordered
}

/** Asked of millions of keys: a look at the first character beats a regular expression. */
function standsElsewhere(key: string): boolean {
  const first = key.charCodeAt(0)
  return (first >= DIGIT_0 && first <= DIGIT_9) || key === '__proto__'
}

const [DIGIT_0, DIGIT_9] = [48, 57]

/** The same text, put together from those of its parts. */
function joinedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(joinedText).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined)
    entries.sort(([left], [right]) => (left < right ? -1 : 1))
    return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${joinedText(field)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** A change's whole content: two changes with one id and different texts mean a forked replica. */
export function contentText(change: Change): string {
  return canonicalText({ ...change, replaces: [...change.replaces].sort() })
}
