import type { JournalMark } from '../ipc-contract'

// The renderer is trusted with little: each value of a call is looked at before it is used. These throw on what no honest
// page of ours sends.

export function parseText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a text was expected')
  return value
}

export function parseBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError('bytes were expected')
  return value
}

/** A project's id names its folder: 32 hex digits lead nowhere else. */
export function parseProjectId(value: unknown): string {
  const text = parseText(value)
  if (!/^[0-9a-f]{32}$/.test(text)) throw new TypeError('a project id was expected')
  return text
}

/** A plain file name: no separator, no leading dot, nothing that Windows reads as a device or a stream. */
export function parseBulkName(value: unknown): string {
  const text = parseText(value)
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]{0,127}$/.test(text)) throw new TypeError('a plain name was expected')
  return text
}

export function parseOffset(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new TypeError('an offset was expected')
  return value
}

export function parseMark(value: unknown): JournalMark | null {
  if (value === null) return null
  if (typeof value !== 'object') throw new TypeError('a mark was expected')
  const { journal, offset, ending } = value as Record<string, unknown>
  return { journal: parseText(journal), offset: parseOffset(offset), ending: parseText(ending) }
}
