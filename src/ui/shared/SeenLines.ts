import type { Range } from '@tanstack/vue-virtual'

/** So many rows beyond each edge are made at once after a jump; the others once the list rests. */
const AFTER_A_JUMP = 2

/**
 * Which rows of a long list have a line on the page. There are always as many lines as the tallest view needed: a line whose row
 * scrolled out is filled again, and no other one is touched. After a jump those that are seen come first, and the others stay
 * at the rows they have, out of sight.
 */
export class SeenLines {
  #lines = 0
  #rows: readonly number[] = []

  /** The places of the rows that have a line, in their order. */
  rowsOf({ startIndex, endIndex, overscan, count }: Range, isMoving: boolean): number[] {
    this.#lines = Math.max(this.#lines, endIndex - startIndex + 1 + 2 * overscan)
    const lines = Math.min(this.#lines, count)
    const first = Math.max(0, Math.min(startIndex - overscan, count - lines))
    const wanted = span(first, first + lines)
    const had = new Set(this.#rows)
    const isJump = isMoving && wanted.filter((row) => !had.has(row)).length > overscan
    const rows = isJump ? this.#afterJump(startIndex, endIndex, count) : wanted
    this.#rows = rows
    return rows
  }

  /** The line of a row; two that are on the page never share one. */
  lineOf(row: number): number {
    return row % this.#lines
  }

  #afterJump(startIndex: number, endIndex: number, count: number): number[] {
    const near = span(Math.max(0, startIndex - AFTER_A_JUMP), Math.min(count, endIndex + 1 + AFTER_A_JUMP))
    const taken = new Set(near.map((row) => this.lineOf(row)))
    const left = this.#rows.filter((row) => row < count && !taken.has(this.lineOf(row)))
    return [...near, ...left].sort((one, other) => one - other)
  }
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, nth) => from + nth)
}
