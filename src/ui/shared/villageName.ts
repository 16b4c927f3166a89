import { areaParts } from '../../domain/villages/areaParts'

/** `township / village` of a village's key: the county stands in the window's head. See `villageOf`. */
export function villageName(key: string): string {
  const { township, village } = areaParts(key)
  return [township, village ?? ''].filter((part) => part !== '').join(' ') || '—'
}

/** The township of a key `county/township`; see `townshipKey`. */
export function townshipName(key: string): string {
  return areaParts(key).township || '—'
}
