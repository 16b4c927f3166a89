import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { SeededRandom } from '../../src/domain/shared/seededRandom'
import { packed } from './archive'
import { byteMutations } from './byteMutations'
import { HOSTILE_NUMBERS, HOSTILE_TEXTS, somewhere, type Mutation, type MutationFamily } from './Mutation'

const TAG = /<[^>]+>/g
const ATTRIBUTE = / [\w:-]+="[^"]*"/g
const TEXT = />[^<]+</g
/** Attributes that say how often, how wide or where. */
const COUNT =
  / (?:table:number-(?:rows|columns)-(?:repeated|spanned)|ss:(?:Index|Span|MergeAcross|MergeDown))="[^"]*"/g
const CELL = /<table:(?:covered-)?table-cell|<table:table-row|<table:table-column|<Cell|<Row|<Column/g
const COUNTS = [...HOSTILE_NUMBERS, '2', '40', '16384', '1048576', '1000000', '65000']
const VALUES = [
  ...COUNTS,
  ...HOSTILE_TEXTS.filter((text) => !/["<&]/.test(text)),
  'float',
  'string',
  'date',
  'error',
]
const ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

/** XML of OpenDocument and of XML Spreadsheet 2003, alone or in an archive. */
export const documentMutations: MutationFamily = {
  removeTag: document((xml, random) => changed(xml, TAG, random, () => '')),
  repeatTag: document((xml, random) =>
    changed(xml, TAG, random, (tag) => tag.repeat(random.between(2, 400))),
  ),
  swapTags: document((xml, random) => {
    const tag = random.pick(xml.match(TAG) ?? [''])
    return changed(xml, TAG, random, () => tag)
  }),
  alterAttribute: document((xml, random) =>
    changed(xml, ATTRIBUTE, random, (attribute) => `${attribute.split('=')[0]}="${random.pick(VALUES)}"`),
  ),
  removeAttribute: document((xml, random) => changed(xml, ATTRIBUTE, random, () => '')),
  alterCount: document((xml, random) =>
    changed(xml, COUNT, random, (attribute) => `${attribute.split('=')[0]}="${random.pick(COUNTS)}"`),
  ),
  addCount: document((xml, random) =>
    changed(xml, CELL, random, (tag) => {
      const names = tag.startsWith('<table')
        ? [
            'table:number-columns-repeated',
            'table:number-rows-repeated',
            'table:number-columns-spanned',
            'table:number-rows-spanned',
          ]
        : ['ss:Index', 'ss:Span', 'ss:MergeAcross', 'ss:MergeDown']
      return `${tag} ${random.pick(names)}="${random.pick(COUNTS)}"`
    }),
  ),
  alterText: document((xml, random) => changed(xml, TEXT, random, () => `>${random.pick(HOSTILE_TEXTS)}<`)),
  entities: document((xml, random) =>
    changed(xml.replace('?>', `?>${ENTITIES}`), TEXT, random, () => '>&b;<'),
  ),
  nest: document((xml, random) => {
    const [tag, depth] = [
      random.pick(['table:table', 'text:p', 'Row', 'Data', 'x']),
      random.between(100, 20_000),
    ]
    return changed(
      xml,
      TAG,
      random,
      (found) => found + `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(random.pick([0, 1, depth])),
    )
  }),
  cutOff: document((xml, random) => xml.slice(0, somewhere(xml.length, random))),
}

/** Parts of a binary workbook whose archive is sound. */
export const recordMutations: MutationFamily = Object.fromEntries(
  Object.entries(byteMutations).map(([name, mutation]) => [
    `${name}InPart`,
    inPart(/\.bin$/, (part, random) => mutation(part, random)),
  ]),
)

function document(change: (xml: string, random: SeededRandom) => string): Mutation {
  const spoil: Mutation = (bytes, random) => strToU8(change(strFromU8(bytes), random))
  const spoilPart = inPart(/^(?:content|styles|meta)\.xml$/, spoil)
  return (bytes, random) => (bytes[0] === 0x50 ? spoilPart : spoil)(bytes, random)
}

function inPart(names: RegExp, mutation: Mutation): Mutation {
  return (bytes, random) => {
    const parts = unzipSync(bytes)
    const name = random.pick(Object.keys(parts).filter((name) => names.test(name)))
    return packed({ ...parts, [name]: Uint8Array.from(mutation(parts[name] ?? new Uint8Array(), random)) })
  }
}

/** One match of `pattern`, drawn from all, put through `change`; the text itself where nothing matches. */
function changed(
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
