import type { Place } from '../../domain/shared/Problem'

/** One name for the row of a list that a place lies in; null where it names no cell. */
export function rowOfPlace({ file, sheet, cell }: Place): string | null {
  return cell === undefined ? null : rowName(file, sheet, Number(cell.replace(/^[A-Z]+/, '')))
}

/** The same of a row counted from 1. */
export function rowName(file: string | undefined, sheet: string | undefined, row: number): string {
  return JSON.stringify([file, sheet, row])
}
