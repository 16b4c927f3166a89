/** `county/township` of a village's key; see `villageOf`. */
export function townshipKey(village: string): string {
  return village.split('/').slice(0, 2).join('/')
}
