import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import type { PasscodePort } from '../../application/team/roll/devicePasscodes'
import { isBoundedCost, passcodeKey, type ScryptCost } from './KeyWrap'

const SALT_BYTES = 16

const VERIFIER = v.strictObject({
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  cost: v.pipe(
    v.strictObject({
      N: v.number(),
      r: v.number(),
      p: v.number(),
    }),
    v.check(isBoundedCost),
  ),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

/** Stores passcodes as salted scrypt hashes of this cost. */
export function passcodePort(cost: ScryptCost): PasscodePort {
  return {
    async verifierOf(passcode) {
      const salt = randomBytes(SALT_BYTES)
      const hash = bytesToHex(await passcodeKey(passcode, salt, cost))
      return JSON.stringify({ salt: bytesToHex(salt), cost, hash })
    },
    async isPasscodeOf(verifier, passcode) {
      const parsed = v.safeParse(VERIFIER, jsonOf(verifier))
      if (!parsed.success) return undefined
      const { salt, cost: own, hash } = parsed.output
      // The time of this comparison reveals nothing of the passcode: hashes are compared.
      return bytesToHex(await passcodeKey(passcode, hexToBytes(salt), own)) === hash
    },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
