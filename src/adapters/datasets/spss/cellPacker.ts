import type { ByteSink } from '../littleEndian'
import { BIAS } from './savHead'
import { SYSTEM_MISSING } from './savValues'

/** What an instruction says of a cell, besides small whole numbers, which it holds itself. */
const END = 252
const AS_IT_IS = 253
const BLANKS = 254
const MISSING = 255

const SPACE = 0x20

/** Packs cells of 8 bytes: eight instructions of one byte each, then the cells that they do not say whole. */
export function cellPacker(sink: ByteSink) {
  const instructions = new Uint8Array(8)
  const cells: Uint8Array[] = []
  let count = 0

  function put(instruction: number, cell?: Uint8Array): void {
    instructions[count++] = instruction
    if (cell !== undefined) cells.push(cell)
    if (count === 8) flush()
  }

  function flush(): void {
    sink.bytes(instructions)
    for (const cell of cells) sink.bytes(cell)
    instructions.fill(0)
    cells.length = 0
    count = 0
  }

  return {
    number(value: number): void {
      if (value === SYSTEM_MISSING) return put(MISSING)
      if (Number.isInteger(value) && value > -BIAS && value < END - BIAS && !Object.is(value, -0))
        return put(value + BIAS)
      const cell = new Uint8Array(8)
      new DataView(cell.buffer).setFloat64(0, value, true)
      put(AS_IT_IS, cell)
    },
    /** A text of at most eight bytes a cell, filled up with blanks. */
    text(content: Uint8Array, cellCount: number): void {
      for (let index = 0; index < cellCount; index++) {
        const own = content.subarray(index * 8, index * 8 + 8)
        if (own.every((byte) => byte === SPACE)) put(BLANKS)
        else {
          const cell = new Uint8Array(8).fill(SPACE)
          cell.set(own)
          put(AS_IT_IS, cell)
        }
      }
    },
    /** After the last cell. */
    end(): void {
      put(END)
      if (count > 0) flush()
    },
  }
}
