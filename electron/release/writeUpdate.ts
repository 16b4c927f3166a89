import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseManifest, type UpdateManifest } from '../main/update/UpdateManifest'
import { encodeHead } from '../main/update/updateFormat'

/** What the publisher states of an installer, but for what is read from it. */
export interface UpdateStatement extends Omit<UpdateManifest, 'installer'> {
  readonly kind: UpdateManifest['installer']['kind']
}

/**
 * Writes the update file of an installer, signed with the key of this seed (32 bytes): whole or not at all. Throws the system's
 * error, and a `TypeError` where the statement is none that an app takes.
 */
export async function writeUpdate(
  installer: string,
  out: string,
  { kind, ...statement }: UpdateStatement,
  seed: Uint8Array,
): Promise<UpdateManifest> {
  const name = basename(installer)
  const stated = { ...statement, installer: { name, kind, ...(await measure(installer)) } }
  const manifest = parseManifest(JSON.stringify(stated))
  if (manifest === null) throw new TypeError(`no app would take this: ${JSON.stringify(stated)}`)
  const aside = `${out}.part`
  try {
    await pipeline(
      Readable.from(bytesOf(encodeHead(manifest, seed), installer)),
      createWriteStream(aside, { flush: true }),
    )
    await rename(aside, out)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
  return manifest
}

async function* bytesOf(head: Uint8Array, installer: string): AsyncGenerator<Uint8Array> {
  yield head
  for await (const part of createReadStream(installer)) yield part as Uint8Array
}

async function measure(path: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const part of createReadStream(path)) {
    hash.update(part as Uint8Array)
    size += (part as Uint8Array).length
  }
  return { size, sha256: hash.digest('hex') }
}
