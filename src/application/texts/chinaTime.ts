/** `2020-12-31 16:00`: an instant by the clock of China, whose single zone is what readers expect. */
export function chinaTime(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3600 * 1000)
  return shifted.toISOString().slice(0, 16).replace('T', ' ')
}
