import { utf16Of } from '../text/utf16Of'
import { OpenElements, type XmlHandler } from './OpenElements'
import { XmlFault } from './XmlFault'

/**
 * Tells `handler` of every element and text. `prefixes` are the namespaces that the reader knows, with the prefix that
 * it knows them by, whatever the file calls them; names of others begin with `?:`. Throws {@link XmlFault}. The document
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
  // Programs that hold texts in UTF-16 say so of the UTF-8 that they write.
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

/** Reads all that is complete, and says how far that is. */
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

/** Behind the tag that begins here; -1 when its end is not there yet. What is in quotes ends none. */
function tagEnd(xml: string, begin: number): number {
  TAG.lastIndex = begin
  return TAG.test(xml) ? TAG.lastIndex : -1
}

function readDeclaration(token: string, elements: OpenElements): void {
  if (token.startsWith('<![CDATA[')) elements.literal(token.slice(9, -3))
  // Only a document type can make texts out of texts, without end.
  else if (token.startsWith('<!DOCTYPE') && token.includes('[')) throw new XmlFault('DOCTYPE')
}

/** Behind the comment or whatever begins here; -1 when its end is not there yet. */
function literalEnd(xml: string, begin: number): number {
  const beginning = xml.slice(begin, begin + LONGEST_MARK)
  // Which of them it is, is not to be told yet.
  if (LITERALS.some(([start]) => start !== beginning && start.startsWith(beginning))) return -1
  const [mark, close] = LITERALS.find(([start]) => beginning.startsWith(start)) ?? ['<!', '>']
  const end = xml.indexOf(close, begin + mark.length)
  return end < 0 ? -1 : end + close.length
}

const ENCODING = /^(?:ï»¿)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/
const PIECE_BYTES = 1 << 20
/** A picture inside a sheet is one text. */
const LONGEST_TOKEN = 1 << 26
const [EXCLAMATION, QUESTION, SLASH] = [0x21, 0x3f, 0x2f]
const TAG = /<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/y
const LONGEST_MARK = '<![CDATA['.length
const LITERALS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const
