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

/** Files to be written beside each other: plain names, each once, that lead nowhere else. */
export function parseFiles(value: unknown): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  if (!Array.isArray(value)) throw new TypeError('files were expected')
  const files = value.map((each: unknown) => {
    if (typeof each !== 'object' || each === null) throw new TypeError('a file was expected')
    const { name, bytes } = each as Record<string, unknown>
    return { name: parseFileName(name), bytes: parseBytes(bytes) }
  })
  // Some systems do not tell capitals from small letters.
  if (new Set(files.map(({ name }) => name.toLowerCase())).size < files.length)
    throw new TypeError('each file needs a name of its own')
  return files
}

/** A name that a person may read: in any script, without what separates folders or means something to a system. */
function parseFileName(value: unknown): string {
  const text = parseText(value)
  if (text.length > 200 || /^\.|[\\/:*?"<>|\u0000-\u001f]|[. ]$/.test(text) || text === '')
    throw new TypeError('a file name was expected')
  return text
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
