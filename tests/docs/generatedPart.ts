import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A part of a document that is made from the data, between two comments that name it. */
export interface GeneratedPart {
  /** Path of the document from the project's folder. */
  readonly document: string
  readonly name: string
  make(): string
}

/** The document as it stands, and as it would stand with its part made afresh. */
export function compareDocument({ document, name, make }: GeneratedPart): { now: string; fresh: string } {
  const now = readFileSync(pathOf(document), 'utf8')
  const [begin, end] = [`<!-- ${name}: generated -->\n`, `<!-- ${name}: end -->`]
  const [first, last] = [now.indexOf(begin), now.indexOf(end)]
  if (first < 0 || last < first) throw new Error(`${document} has no place for ${name}`)
  return { now, fresh: `${now.slice(0, first)}${begin}\n${make()}\n\n${now.slice(last)}` }
}

/** Called as a program with `--write`, renews the document; with anything else, says how. */
export function renewWhenAsked(module: ImportMeta, part: GeneratedPart): void {
  if (process.argv[1] !== fileURLToPath(module.url)) return
  if (process.argv[2] === '--write') writeFileSync(pathOf(part.document), compareDocument(part).fresh)
  else console.error(`--write renews ${part.name} in ${part.document}`)
}

export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n')
}

function pathOf(document: string): string {
  return fileURLToPath(new URL(`../../${document}`, import.meta.url))
}
