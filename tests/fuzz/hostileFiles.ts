import { seededRandom } from '../../src/domain/shared/seededRandom'
import { SAMPLE_FILES } from '../fixtures/roster/sampleFiles'
import { withoutClock } from './archive'
import { biffMutations } from './biffMutations'
import { byteMutations } from './byteMutations'
import type { MutationFamily } from './Mutation'
import { documentMutations, recordMutations } from './partMutations'
import { textMutations } from './textMutations'
import { xmlMutations } from './xmlMutations'
import { zipMutations } from './zipMutations'

export interface HostileFile {
  readonly number: number
  readonly name: string
  readonly bytes: Uint8Array
  /** What it was made from, and how it was spoilt: `xlwt.xls: flipBits, truncate`. */
  readonly story: string
}

/** Gives file `number` of the campaign that `seed` names: the same bytes on every machine. */
export async function hostileFiles(seed: number): Promise<(number: number) => HostileFile> {
  const sound = await soundFiles
  return (number) => {
    const random = seededRandom(Math.imul(seed, 0x01000193) ^ number)
    const file = random.pick(sound)
    const family = random.pick(familiesOf(file.name))
    let bytes = file.bytes
    const names: string[] = []
    for (let count = family === zipMutations ? 1 : random.pick([1, 1, 2, 3]); count > 0; count--) {
      const name = random.pick(Object.keys(family))
      names.push(name)
      bytes = family[name]?.(bytes, random) ?? bytes
    }
    return { number, name: file.name, bytes, story: `${file.writer} (${file.name}): ${names.join(', ')}` }
  }
}

/** A spoilt archive cannot be unpacked to be spoilt again; the other families leave what they work on whole. */
function familiesOf(name: string): readonly MutationFamily[] {
  if (name.endsWith('.xlsx')) return [byteMutations, zipMutations, xmlMutations, xmlMutations]
  if (name.endsWith('.xlsb')) return [byteMutations, zipMutations, recordMutations, recordMutations]
  if (name.endsWith('.ods')) return [byteMutations, zipMutations, documentMutations, documentMutations]
  if (/\.(?:fods|xml)$/.test(name)) return [byteMutations, documentMutations]
  return [byteMutations, name.endsWith('.xls') ? biffMutations : textMutations]
}

/** Writers put the time into their workbooks; those of other tools are kept as they came. */
function isWrittenNow(name: string): boolean {
  return ['a.xlsx', 'a.xlsb', 'a.ods'].includes(name)
}

/** Written once: SheetJS numbers the formats of a workbook by what it has written before. */
const soundFiles = Promise.all(
  SAMPLE_FILES.map(async ([writer, name, bytes]) => ({
    writer,
    name,
    bytes: isWrittenNow(name) ? withoutClock(await bytes()) : await bytes(),
  })),
)
