import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import type { ColumnKey, ListCell } from './HonestList'
import { changeCells, isSheetText, type FilledCell, type ListMutation, type ListMutations } from './ListDraft'

const NUMBERS: readonly ColumnKey[] = [
  'idNumber',
  'headIdNumber',
  'householdNumber',
  'memberNumber',
  'phone',
  'memberPhone',
]
const QUANTITIES: readonly ColumnKey[] = ['size', 'exitYear', 'income', 'age']
const WORDS: readonly ColumnKey[] = ['village', 'relation', 'status', 'sex']
const NAMES: readonly ColumnKey[] = ['name', 'headName']
const ALL: readonly ColumnKey[] = [...NUMBERS, ...QUANTITIES, ...WORDS, ...NAMES]

/** Zero-width, directional and joining marks, soft hyphen, variation selectors, the Mongolian and Arabic marks. */
const INVISIBLE = [
  0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x200e, 0x200f, 0x202a, 0x202c, 0x202d, 0x202e, 0x2066, 0x2069, 0xad, 0xfe00,
  0xfe0f, 0x180e, 0x61c, 0x34f, 0x2063, 0xe0100,
].map((code) => String.fromCodePoint(code)) // prettier-ignore
const BLANKS = [' ', '  ', '\u00a0', '\u3000', '\u2002', '\u2003', '\u2009', '\u202f', '\u205f', '\u2028']
const APOSTROPHES = ["'", '’', '‘', '`', '´', '＇', '′']

/** What clings to values on their way through programs and keyboards, and is no part of them. */
export const textMutations: ListMutations = {
  invisibleInside: texts(ALL, (text, random) => inside(text, random.pick(INVISIBLE), random)),
  invisibleAround: texts(ALL, (text, random) => {
    const mark = random.pick(INVISIBLE)
    return random.pick([mark + text, text + mark, `\u202d${text}\u202c`, `\u2068${text}\u2069`])
  }),
  blanksAround: texts(ALL, (text, random) => random.pick(BLANKS) + text + random.pick(['', ...BLANKS])),
  blanksInside: texts([...NUMBERS, ...WORDS, ...NAMES], (text, random) =>
    inside(text, random.pick(BLANKS), random),
  ),
  blanksBetweenAll: texts([...NAMES, ...WORDS], (text, random) => [...text].join(random.pick(BLANKS))),
  lineBreakInside: texts([...NUMBERS, ...WORDS, ...NAMES], (text, random) =>
    inside(text, random.pick(['\n', '\r\n']), random),
  ),
  lineBreakAround: texts(ALL, (text, random) => random.pick([`${text}\n`, `\n${text}`, `${text}\r\n\r\n`])),
  apostropheBefore: texts(ALL, (text, random) => random.pick(APOSTROPHES) + text),
  formulaText: texts(ALL, (text) => `="${text}"`),
  fullWidth: texts([...NUMBERS, ...QUANTITIES], (text) =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)),
  ),
  dotZero: texts(
    ['householdNumber', 'memberNumber', 'phone', 'memberPhone', 'exitYear', 'size', 'age'],
    (text, random) => text + random.pick(['.0', '.0', '.00']),
  ),
  tabAround: texts(ALL, (text, random) => random.pick([`\t${text}`, `${text}\t`])),
  numbersAsText: texts([...NUMBERS, ...QUANTITIES], (text) => text),
  textsAsNumbers: (draft, random) =>
    !isSheetText(draft) &&
    changeCells(draft, random, ['householdNumber', 'phone', 'memberPhone'], ({ cell }) =>
      typeof cell === 'string' && cell.length <= 12 ? Number(cell) : undefined,
    ),
}

function texts(
  keys: readonly ColumnKey[],
  change: (text: string, random: SeededRandom, cell: FilledCell) => ListCell,
): ListMutation {
  return (draft, random) =>
    changeCells(draft, random, keys, (filled) => {
      const text = textOf(filled.cell)
      return text === null ? undefined : change(text, random, filled)
    })
}

export function textOf(cell: ListCell): string | null {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : null
}

function inside(text: string, added: string, random: SeededRandom): string {
  const characters = [...text]
  characters.splice(random.between(1, Math.max(1, characters.length - 1)), 0, added)
  return characters.join('')
}
