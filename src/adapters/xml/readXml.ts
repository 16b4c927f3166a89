import { utf16Of } from '../text/utf16Of'
import { OpenElements, type XmlHandler } from './OpenElements'
import { XmlFault } from './XmlFault'

/**
 * Calls `handler` for every element and text. `prefixes` are the namespaces that the reader knows, with the prefix that
 * it uses for them, whatever the file's prefix; names of others begin with `?:`. Throws {@link XmlFault}. The document
 * is read in pieces: a large sheet as one text takes more memory than its cells.
 */
export function readXml(bytes: Uint8Array, prefixes: ReadonlyMap<string, string>, handler: XmlHandler): void {
  const elements = new OpenElements(prefixes, handler)
  const decoder = decoderOf(bytes)
  let rest = ''
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const isLast = at + PIECE_BYTES >= bytes.length
    rest += decoded(decoder, bytes.subarray(at, at + PIECE_BYTES), isLast)
    rest = rest.slice(readTokens(rest, elements))
    if (rest.length > LONGEST_TOKEN) throw new XmlFault('endless text')
  }
  if (elements.isOpen || rest.startsWith('<')) throw new XmlFault('cut off', true)
  if (!elements.hasRoot || rest.trim() !== '') throw new XmlFault('no root')
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  const stated = ENCODING.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1] ?? 'utf-8'
  // Programs with UTF-16 texts declare UTF-16 even when they write UTF-8.
  const encoding = utf16Of(bytes) ?? (/^utf-?16/i.test(stated) ? 'utf-8' : stated)
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new XmlFault(`encoding ${encoding}`)
  }
}

function decoded(decoder: TextDecoder, piece: Uint8Array, isLast: boolean): string {
  try {
    return decoder.decode(piece, { stream: !isLast })
  } catch {
    throw new XmlFault('damaged text')
  }
}

/** Reads all complete parts; returns where they end. */
function readTokens(xml: string, elements: OpenElements): number {
  let at = 0
  for (;;) {
    const begin = xml.indexOf('<', at)
    if (begin < 0) return at
    const next = xml.charCodeAt(begin + 1)
    const end = next === EXCLAMATION || next === QUESTION ? literalEnd(xml, begin) : tagEnd(xml, begin)
    if (end < 0) return at
    if (begin > at) elements.text(xml.slice(at, begin))
    if (next === SLASH) elements.close(xml.slice(begin + 2, end - 1).trimEnd())
    else if (next === EXCLAMATION || next === QUESTION) readDeclaration(xml.slice(begin, end), elements)
    else elements.open(xml.slice(begin, end))
    at = end
  }
}

/** The place after the tag that begins here; -1 when its end is not read yet. A `>` in quotes does not end it. */
function tagEnd(xml: string, begin: number): number {
  TAG.lastIndex = begin
  return TAG.test(xml) ? TAG.lastIndex : -1
}

function readDeclaration(token: string, elements: OpenElements): void {
  if (token.startsWith('<![CDATA[')) elements.literal(token.slice(9, -3))
  // Only a document type can define entities, which can expand without end.
  else if (token.startsWith('<!DOCTYPE') && token.includes('[')) throw new XmlFault('DOCTYPE')
}

/** The place after the comment or other markup that begins here; -1 when its end is not read yet. */
function literalEnd(xml: string, begin: number): number {
  const beginning = xml.slice(begin, begin + LONGEST_MARK)
  // Too few characters to decide which kind it is.
  if (LITERALS.some(([start]) => start !== beginning && start.startsWith(beginning))) return -1
  const [mark, close] = LITERALS.find(([start]) => beginning.startsWith(start)) ?? ['<!', '>']
  const end = xml.indexOf(close, begin + mark.length)
  return end < 0 ? -1 : end + close.length
}

const ENCODING = /^(?:ï»¿)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/
const PIECE_BYTES = 1 << 20
/** Large enough for a picture inside a sheet, which is one text. */
const LONGEST_TOKEN = 1 << 26
const [EXCLAMATION, QUESTION, SLASH] = [0x21, 0x3f, 0x2f]
const TAG = /<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/y
const LONGEST_MARK = '<![CDATA['.length
const LITERALS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const
