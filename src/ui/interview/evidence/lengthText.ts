/** A running time as a recorder shows it: `2:05`. */
export function lengthText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}
