import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** One wrap of a project's key, stored unsealed with the project; bytes in hex. */
export type KeyWrap = PasscodeWrap | SystemWrap | PracticeWrap

export interface PasscodeWrap {
  readonly by: 'passcode'
  readonly salt: string
  /** scrypt's cost, recorded so that it can be raised later: `N`, `r`, `p`. */
  readonly cost: ScryptCost
  readonly sealedKey: string
}

/** Opened by the operating system's key store for the same user of the same machine. */
export interface SystemWrap {
  readonly by: 'system'
  readonly sealedKey: string
}

/** For generated data only: the key is not protected. */
export interface PracticeWrap {
  readonly by: 'nothing_practice'
  readonly key: string
}

export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** About a second and 128 MB for each guess on an assessor's laptop. */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** The highest cost that is accepted from a stored wrap: four times the one used now. */
export function isBoundedCost({ N, r, p }: ScryptCost): boolean {
  const isWhole = [Math.log2(N), r, p].every((each) => Number.isInteger(each) && each >= 1)
  return isWhole && N >= LEAST_N && N <= MOST_N && r <= 8 && p <= 1
}

const LEAST_N = 2 ** 4
const MOST_N = 2 ** 19
const KEY_BYTES = 32
const NONCE_BYTES = 24

export function newProjectKey(): Uint8Array {
  return randomBytes(KEY_BYTES)
}

/** Yields to the page between slices of work, so that the window stays responsive. */
export async function wrapByPasscode(
  key: Uint8Array,
  passcode: string,
  cost: ScryptCost,
): Promise<PasscodeWrap> {
  const salt = randomBytes(16)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = xchacha20poly1305(await passcodeKey(passcode, salt, cost), nonce)
  const sealedKey = bytesToHex(concatBytes(nonce, cipher.encrypt(key)))
  return { by: 'passcode', salt: bytesToHex(salt), cost, sealedKey }
}

/** The project's key; undefined when the passcode is not the one it was wrapped by. */
export async function unwrapByPasscode(
  wrap: PasscodeWrap,
  passcode: string,
): Promise<Uint8Array | undefined> {
  const sealed = hexToBytes(wrap.sealedKey)
  const unlocking = await passcodeKey(passcode, hexToBytes(wrap.salt), wrap.cost)
  try {
    return xchacha20poly1305(unlocking, sealed.subarray(0, NONCE_BYTES)).decrypt(sealed.subarray(NONCE_BYTES))
  } catch {
    return undefined
  }
}

/** Typed passcodes are compared as one normal form: the same word from two keyboards is the same passcode. */
export function passcodeKey(
  passcode: string,
  salt: Uint8Array,
  { N, r, p }: ScryptCost,
): Promise<Uint8Array> {
  const maxmem = 128 * r * (N + p) + 1024
  return scryptAsync(utf8ToBytes(passcode.normalize('NFKC')), salt, {
    N,
    r,
    p,
    dkLen: KEY_BYTES,
    maxmem,
    asyncTick: 10,
  })
}
