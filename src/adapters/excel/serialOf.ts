/** Days since the end of 1899, as a spreadsheet counts them. */
export function serialOf(day: Date): number {
  return day.getTime() / 86_400_000 + 25_569
}
