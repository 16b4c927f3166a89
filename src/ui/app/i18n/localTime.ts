/** Day of an instant by this device's clock, `2020-07-15`. */
export function localDay(instant: string): string {
  return localMoment(instant).slice(0, 10)
}

/** Moment of an instant by this device's clock, `2020-07-15 09:30:00`. */
export function localMoment(instant: string): string {
  return new Date(instant).toLocaleString('sv-SE')
}
