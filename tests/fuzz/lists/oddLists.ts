import { seededRandom, type SeededRandom } from '../../../src/domain/shared/seededRandom'
import { codeMutations } from './codeMutations'
import { columnMutations } from './columnMutations'
import { dateMutations } from './dateMutations'
import { delimitedMutations } from './delimitedMutations'
import { dittoMutations } from './dittoMutations'
import { idMutations } from './idMutations'
import { layList } from './layList'
import type { ListDraft, ListMutations } from './ListDraft'
import { nameMutations } from './nameMutations'
import { numberMutations } from './numberMutations'
import { rowMutations } from './rowMutations'
import { sheetMutations } from './sheetMutations'
import { tableMutations } from './tableMutations'
import { textMutations } from './textMutations'
import { workbookMutations } from './workbookMutations'
import { writeDelimited } from './writeDelimited'
import { writeOther } from './writeOther'
import { writeXls } from './writeXls'
import { writeXlsx } from './writeXlsx'
import type { Writing } from './Writing'

/** A correct list with something odd about it, and the files it was written to. */
export interface OddList {
  readonly number: number
  readonly mutations: readonly string[]
  readonly draft: ListDraft
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** `H1.csv (utf16le, tab): idMasked`. */
  readonly story: string
}

/** Values first, then rows, then what concerns whole sheets: what comes later has to see what came before. */
const MUTATIONS: ListMutations = {
  nothing: () => true,
  ...textMutations,
  ...nameMutations,
  ...numberMutations,
  ...idMutations,
  ...dateMutations,
  ...codeMutations,
  ...dittoMutations,
  ...workbookMutations,
  ...rowMutations,
  ...tableMutations,
  ...columnMutations,
  ...sheetMutations,
  ...delimitedMutations,
}
const NAMES = Object.keys(MUTATIONS)
const OTHER_FORMATS = ['xlsb', 'ods', 'fods', 'xml'] as const
/** Every fifth list is in one of them; the others stay what they were under each seed. */
const OTHER_EVERY = 5

/** Gives list `number` of the campaign that `seed` names: the same bytes on every machine. */
export function oddLists(seed: number): (number: number) => OddList {
  return (number) => {
    const random = seededRandom(Math.imul(seed, 0x01000193) ^ number)
    const writing = someWriting(random, number % OTHER_EVERY === OTHER_EVERY - 1)
    const list = layList(random, writing.format === 'delimited' ? 'delimited' : 'workbook')
    const draft: ListDraft = { list, writing, touched: new Set(), isWide: false, mayRefuse: false }
    const mutations = mutated(draft, random)
    const files = written(draft)
    const story = `${list.form} in ${files.map(({ name }) => name).join(', ')} (${spelled(writing)}): ${mutations.join(' + ')}`
    return { number, mutations, draft, files, story }
  }
}

/** One mutation, sometimes a second; what does not apply to the list is drawn again. */
function mutated(draft: ListDraft, random: SeededRandom): readonly string[] {
  const mutations: string[] = []
  for (let count = random.pick([1, 1, 1, 1, 2]); count > 0;) {
    const name = random.pick(NAMES)
    if (mutations.includes(name) || MUTATIONS[name]?.(draft, random) !== true) continue
    mutations.push(name)
    count--
  }
  return mutations.length > 1 ? mutations.filter((name) => name !== 'nothing') : mutations
}

function written({ list, writing }: ListDraft): OddList['files'] {
  const count = 1 + Math.max(...list.sheets.map(({ fileIndex }) => fileIndex))
  return Array.from({ length: count }, (_, index) => {
    const sheets = list.sheets.filter(({ fileIndex }) => fileIndex === index)
    const [first] = sheets
    if (first === undefined) throw new Error('a file without a sheet')
    return { name: first.fileName, bytes: bytesOf(sheets, first, writing) }
  })
}

function bytesOf(
  sheets: readonly ListDraft['list']['sheets'][number][],
  first: ListDraft['list']['sheets'][number],
  writing: Writing,
): Uint8Array {
  switch (writing.format) {
    case 'delimited':
      return writeDelimited(first, writing)
    case 'xlsx':
      return writeXlsx(sheets, writing)
    case 'xls':
      return writeXls(sheets, writing)
    case 'xlsb':
    case 'ods':
    case 'fods':
    case 'xml':
      return writeOther(sheets, writing)
  }
}

function someWriting(random: SeededRandom, isOther: boolean): Writing {
  const format = isOther
    ? random.pick(OTHER_FORMATS)
    : random.pick(['delimited', 'delimited', 'xlsx', 'xlsx', 'xls'] as const)
  switch (format) {
    case 'delimited': {
      const encoding = random.pick(['utf8', 'utf8', 'gb18030', 'gb18030', 'utf16le', 'utf16be'] as const)
      return {
        format,
        separator: random.pick([',', ',', ';', '\t'] as const),
        encoding,
        hasMark: encoding === 'gb18030' ? false : random.pick([true, false]),
        lineEnd: random.pick(['\r\n', '\r\n', '\n', '\r'] as const),
        quotesAll: random.pick([false, false, true]),
        endsLastLine: random.pick([true, true, false]),
      }
    }
    case 'xlsx':
      return {
        format,
        strings: random.pick(['shared', 'inline', 'rich'] as const),
        prefix: random.pick(['', '', '', 'x:'] as const),
        references: random.pick(['none', 'none', 'hex', 'decimal'] as const),
        hasCellReferences: random.pick([true, true, true, false]),
        is1904: random.pick([false, false, true]),
        days: random.pick(['formatted', 'long', 'iso'] as const),
        recalculates: false,
        quote: random.pick(['"', '"', '"', "'"] as const),
        isStored: random.pick([true, false]),
      }
    case 'xls':
      return { format, is1904: random.pick([false, false, true]) }
    case 'xlsb':
    case 'ods':
    case 'fods':
    case 'xml':
      return {
        format,
        is1904: random.pick([false, false, true]),
        recalculates: false,
        sharesTexts: random.pick([true, false]),
        isShort: random.pick([false, false, true]),
        repeats: random.pick([true, true, false]),
      }
  }
}

function spelled(writing: Writing): string {
  return Object.values(writing)
    .map((value) => JSON.stringify(value))
    .join(' ')
}
