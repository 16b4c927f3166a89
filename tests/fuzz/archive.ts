import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate'

/** The archive of these parts; no clock goes into it, so that the same parts give the same bytes. */
export function packed(parts: Unzipped, level: 0 | 6 = 6): Uint8Array {
  return zipSync(parts, { level, mtime: new Date(2020, 0, 1) })
}

/** The same workbook without the time at which it was written. */
export function withoutClock(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const about = parts['docProps/core.xml']
  if (about === undefined) return packed(parts)
  const timeless = strFromU8(about).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2020-01-01T00:00:00Z')
  return packed({ ...parts, 'docProps/core.xml': strToU8(timeless) })
}
