import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { LakeCell } from './lakeSchema'

/** Characters that are hashed together. */
const TOGETHER = 1 << 16

/** SHA-256 of a column's cells, as runs of equal ones: however the rows came, the same ones give the same hash. */
export interface ColumnHash {
  add(cell: LakeCell): void
  /** In hex; nothing can be added afterwards. */
  done(): string
}

export function columnHash(): ColumnHash {
  const hash = sha256.create()
  let waiting = ''
  let last: LakeCell = null
  let count = 0
  function endRun(): void {
    waiting += `${count} ${JSON.stringify(last)}\n`
    if (waiting.length < TOGETHER) return
    hash.update(utf8ToBytes(waiting))
    waiting = ''
  }
  return {
    add(cell) {
      if (count > 0 && cell === last) {
        count++
        return
      }
      if (count > 0) endRun()
      last = cell
      count = 1
    },
    done() {
      if (count > 0) endRun()
      return bytesToHex(hash.update(utf8ToBytes(waiting)).digest())
    },
  }
}
