import type { Evaluate, Frame } from '../../../instrument/compileExpression'
import type { Text } from '../../../instrument/Instrument'
import { groupBy } from '../../../shared/groupBy'
import { ANSWERED, IN, MOST_ROWS, type CompiledTable } from '../tables/CompiledTable'
import type { AreaCountData } from './AreaCheckData'

/** A count of households or persons, ready to be asked of cases. */
export interface CompiledCount {
  readonly count: AreaCountData
  readonly when: Evaluate
}

/** The counts as tables in which a case may be in several rows: as few as have room for them. */
export function countTables(counts: readonly CompiledCount[], label: Text): readonly CompiledTable[] {
  return [...groupBy(counts, ({ count }) => count.population)].flatMap(([population, own]) => {
    const parts = Math.ceil(own.length / MOST_ROWS)
    return Array.from({ length: parts }, (_, part): CompiledTable => {
      const some = own.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS)
      const id = `count ${population} ${part}`
      const rows = some.map(({ count: { name, label } }) => ({ code: name, label }))
      return {
        id,
        label,
        population,
        rows,
        columns: null,
        coding: {
          kind: 'several',
          codeOf: (frame) => (IN | ANSWERED | maskOf(some, frame)) >>> 0,
          known: null,
        },
      }
    })
  })
}

function maskOf(counts: readonly CompiledCount[], frame: Frame): number {
  let mask = 0
  for (let index = 0; index < counts.length; index++)
    if (counts[index]?.when(frame) === true) mask |= 1 << index
  return mask
}
