/** An instant by the clock of the county, China's single one, to the minute. */
export function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3600 * 1000).toISOString().slice(0, 16).replace('T', ' ')
}
