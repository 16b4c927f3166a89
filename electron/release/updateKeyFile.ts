import { ed25519 } from '@noble/curves/ed25519.js'
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

const FIRST_LINE = '# yihu update key 1: whoever has this file can make updates that every laptop takes'

/** Makes a publisher's key in a new file that only its owner reads; gives its public key in hex. Throws where the file is there already. */
export async function newUpdateKey(path: string): Promise<string> {
  const seed = randomBytes(32)
  const text = `${FIRST_LINE}\n# public: ${publicKeyOf(seed)}\nsign: ${seed.toString('hex')}\n`
  await writeFile(path, text, { flag: 'wx', mode: 0o600 })
  return publicKeyOf(seed)
}

/** The seed (32 bytes) of a key file. Throws the system's error, and a `TypeError` for any other file. */
export async function readUpdateKey(path: string): Promise<Uint8Array> {
  const seed = /^sign: ([0-9a-f]{64})$/m.exec(await readFile(path, 'utf8'))?.[1]
  if (seed === undefined) throw new TypeError(`${path} is no key for updates`)
  return Buffer.from(seed, 'hex')
}

/** The public key of a seed, in hex. */
export function publicKeyOf(seed: Uint8Array): string {
  return Buffer.from(ed25519.getPublicKey(seed)).toString('hex')
}
