import { Zip, ZipDeflate } from 'fflate'
import type { DataFile } from './dataFiles'
import { utf8 } from './utf8'

/** Texts and tables shrink to a tenth by the fastest way already. */
const LEVEL = 2

/** The files in one .zip, each made, compressed and let go of part by part. */
export function zipFiles(files: readonly DataFile[]): Uint8Array {
  const parts: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error !== null) throw error
    parts.push(part)
  })
  for (const { name, contentOf } of files) {
    const entry = new ZipDeflate(name, { level: LEVEL })
    zip.add(entry)
    for (const part of contentOf()) entry.push(typeof part === 'string' ? utf8(part) : part)
    entry.push(new Uint8Array(0), true)
  }
  zip.end()
  return joined(parts)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
