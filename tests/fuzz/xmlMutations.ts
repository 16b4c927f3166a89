import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import { packed } from './archive'
import { HOSTILE_NUMBERS, HOSTILE_TEXTS, somewhere, type Mutation, type MutationFamily } from './Mutation'

const ANY_PART = /\.(xml|rels)$/
const SHEETS = /^xl\/worksheets\/[^/]*\.xml$/
const TAG = /<[^>]+>/g
const ATTRIBUTE = / [\w:]+="[^"]*"/g
const REFERENCES = [
  'A1',
  'A0',
  'a1',
  'XFD1048576',
  'XFE1',
  'A1048577',
  'A99999999999',
  'ZZZZZZ9',
  '$B$2',
  'B-2',
  '7',
  'B',
  '',
  '__proto__',
  'A1:C3',
]
const RANGES = [
  'A1:XFD1048576',
  'A1:A1048576',
  'A4:C1048576',
  'B4:B99999999',
  'C6:A4',
  'A4:A6',
  'B2:ZZZZ9',
  '',
  'A1',
  ':',
  'A0:B0',
  '-1:-1',
]
const TYPES = ['s', 'b', 'e', 'd', 'n', 'str', 'inlineStr', 'x', '', '__proto__']
const ENTITIES = [
  '&lol9;',
  '&#xD800;',
  '&#x110000;',
  '&#0;',
  '&#99999999999;',
  '&amp',
  '&&;',
  '_x0000_',
  '_xD800_',
  '&xxe;',
]
const VALUES = [
  ...HOSTILE_NUMBERS,
  ...REFERENCES,
  ...HOSTILE_TEXTS.filter((text) => !text.includes('"')),
  'yyyy-mm-dd',
  '[h]:mm',
  '"'.repeat(0),
  '0.'.repeat(2000),
]
const BILLION_LAUGHS = `<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY xxe SYSTEM "file:///etc/passwd">${Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level === 0 ? '' : level};`.repeat(10)}">`).join('')}]>`

/** Parts of a workbook that are XML, or nearly, in an archive that is sound. */
export const xmlMutations: MutationFamily = {
  removeTag: part(ANY_PART, (xml, random) => replaced(xml, TAG, random, () => '')),
  doubleTag: part(ANY_PART, (xml, random) =>
    replaced(xml, TAG, random, (tag) => tag.repeat(random.between(2, 400))),
  ),
  alterAttribute: part(ANY_PART, (xml, random) =>
    replaced(xml, ATTRIBUTE, random, (attribute) => `${attribute.split('=')[0]}="${random.pick(VALUES)}"`),
  ),
  renameAttribute: part(ANY_PART, (xml, random) =>
    replaced(
      xml,
      ATTRIBUTE,
      random,
      (attribute) => ` ${random.pick(['__proto__', 'r', 's', 't', 'x:r'])}=${attribute.split('=')[1]}`,
    ),
  ),
  cellReference: part(SHEETS, (xml, random) =>
    replaced(xml, / r="[A-Z]+\d+"/g, random, () => ` r="${random.pick(REFERENCES)}"`),
  ),
  rowNumber: part(SHEETS, (xml, random) =>
    replaced(xml, /<row[^>]* r="\d+"/g, random, () => `<row r="${random.pick(HOSTILE_NUMBERS)}"`),
  ),
  cellType: part(SHEETS, (xml, random) =>
    replaced(
      xml,
      /<c [^>]*?(?=\/?>)/g,
      random,
      (cell) => `${cell.replace(/ t="\w+"/, '')} t="${random.pick(TYPES)}"`,
    ),
  ),
  cellValue: part(SHEETS, (xml, random) =>
    replaced(xml, /<v>[^<]*<\/v>/g, random, () => `<v>${random.pick(VALUES)}</v>`),
  ),
  cellFormula: part(SHEETS, (xml, random) =>
    replaced(
      xml,
      /<v>/g,
      random,
      () =>
        `<f t="${random.pick(['shared', 'array', ''])}" si="${random.pick(HOSTILE_NUMBERS)}" ref="A1:XFD1048576">A${random.pick(HOSTILE_NUMBERS)}</f><v>`,
    ),
  ),
  text: part(ANY_PART, (xml, random) =>
    replaced(xml, />[^<]+</g, random, () => `>${random.pick(HOSTILE_TEXTS)}<`),
  ),
  dimension: part(SHEETS, (xml, random) =>
    xml.replace(
      /<dimension[^>]*>|<sheetData/,
      (tag) => `<dimension ref="${random.pick(RANGES)}"/>${tag.startsWith('<d') ? '' : tag}`,
    ),
  ),
  merges: part(SHEETS, (xml, random) => {
    const ranges = Array.from(
      { length: random.pick([1, 20, 3000]) },
      () => `<mergeCell ref="${random.pick(RANGES)}"/>`,
    )
    return xml.replace('</sheetData>', `</sheetData><mergeCells>${ranges.join('')}</mergeCells>`)
  }),
  columns: part(SHEETS, (xml, random) =>
    xml.replace(
      '<sheetData',
      `<cols><col min="${random.pick(HOSTILE_NUMBERS)}" max="${random.pick(HOSTILE_NUMBERS)}" hidden="1"/></cols><sheetData`,
    ),
  ),
  entities: part(ANY_PART, (xml, random) =>
    replaced(
      xml.replace(/\?>/, `?>${BILLION_LAUGHS}`),
      />[^<]+</g,
      random,
      () => `>${random.pick(ENTITIES)}<`,
    ),
  ),
  nesting: part(ANY_PART, (xml, random) => {
    const [tag, depth] = [
      random.pick(['row', 'c', 'v', 'si', 't', 'is', 'r', 'sheet', 'x']),
      random.between(100, 20_000),
    ]
    return replaced(
      xml,
      TAG,
      random,
      (found) => found + `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(random.pick([0, 1, depth])),
    )
  }),
  swapTags: part(ANY_PART, (xml, random) => {
    const tag = random.pick(xml.match(TAG) ?? [''])
    return replaced(xml, TAG, random, () => tag)
  }),
  cutOff: part(ANY_PART, (xml, random) => xml.slice(0, somewhere(xml.length, random))),
  otherEncoding: part(ANY_PART, (xml, random) =>
    xml.replace(/encoding="[^"]*"/i, `encoding="${random.pick(['GBK', 'UTF-16', 'x', ''])}"`),
  ),
}

function part(names: RegExp, change: (xml: string, random: SeededRandom) => string): Mutation {
  return (bytes, random) => {
    const parts = unzipSync(bytes)
    const name = random.pick(Object.keys(parts).filter((name) => names.test(name)))
    return packed({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()), random)) })
  }
}

/** One match of `pattern`, drawn from all, put through `change`; the text itself where nothing matches. */
function replaced(
  xml: string,
  pattern: RegExp,
  random: SeededRandom,
  change: (match: string) => string,
): string {
  const matches = [...xml.matchAll(pattern)]
  if (matches.length === 0) return xml
  const { 0: match, index } = random.pick(matches)
  return xml.slice(0, index) + change(match) + xml.slice(index + match.length)
}
