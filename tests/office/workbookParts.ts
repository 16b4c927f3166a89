import { posix } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate'

/** The parts of an .xlsx, by path. */
export type WorkbookParts = Unzipped

export function unpackParts(workbook: Uint8Array): WorkbookParts {
  return unzipSync(workbook)
}

export function packParts(parts: WorkbookParts): Uint8Array {
  return zipSync(parts, { level: 1 })
}

/** The XML of a part; throws where there is none. */
export function readPart(parts: WorkbookParts, path: string): string {
  const part = parts[path]
  if (part === undefined) throw new Error(`the workbook has no part ${path}`)
  return strFromU8(part)
}

/** The workbook with one part put through `change`. */
export function changePart(
  workbook: Uint8Array,
  pathOf: (parts: WorkbookParts) => string,
  change: (xml: string) => string,
): Uint8Array {
  const parts = unpackParts(workbook)
  const path = pathOf(parts)
  return packParts({ ...parts, [path]: strToU8(change(readPart(parts, path))) })
}

/** Paths of the worksheets by sheet name, in the order of the workbook. */
export function sheetPaths(parts: WorkbookParts): ReadonlyMap<string, string> {
  const targets = new Map(linksOf(parts, 'xl/workbook.xml').map(({ id, target }) => [id, target]))
  return new Map(
    tags(readPart(parts, 'xl/workbook.xml'), 'sheet').map((tag) => [
      attribute(tag, 'name') ?? '',
      targets.get(attribute(tag, 'r:id') ?? '') ?? '',
    ]),
  )
}

/** The path of the worksheet of this name; throws where there is none. */
export function sheetPath(parts: WorkbookParts, sheet: string): string {
  const paths = sheetPaths(parts)
  const path = paths.get(sheet)
  if (path === undefined) throw new Error(`there is no sheet ${sheet}, but ${[...paths.keys()].join(', ')}`)
  return path
}

/** Paths of the parts of one kind (`table`, `drawing`) that a part is linked to. */
export function linkedParts(parts: WorkbookParts, path: string, kind: string): readonly string[] {
  return linksOf(parts, path)
    .filter(({ type }) => type.endsWith(`/${kind}`))
    .map(({ target }) => target)
}

/** The value of an attribute in a tag or a run of attributes; null where it is not given. */
export function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? null : unescapeXml(value)
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function unescapeXml(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

interface Link {
  readonly id: string
  readonly type: string
  /** The path of a part, or a place outside of the file. */
  readonly target: string
}

function linksOf(parts: WorkbookParts, path: string): readonly Link[] {
  const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)]
  const links = `${folder}/_rels/${name}.rels`
  if (parts[links] === undefined) return []
  return tags(readPart(parts, links), 'Relationship').map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    type: attribute(tag, 'Type') ?? '',
    target: posix.resolve('/', folder, attribute(tag, 'Target') ?? '').slice(1),
  }))
}

function tags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? []
}
