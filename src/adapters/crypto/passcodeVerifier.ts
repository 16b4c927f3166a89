import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import type { PasscodePort } from '../../application/team/devicePasscodes'
import { passcodeKey, type ScryptCost } from './KeyWrap'

const SALT_BYTES = 16

/** A stored verifier may cost no more than four times what one is made with now. */
const LEAST_N = 2 ** 10
const MOST_N = 2 ** 19

const VERIFIER = v.strictObject({
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  cost: v.strictObject({
    N: v.pipe(
      v.number(),
      v.minValue(LEAST_N),
      v.maxValue(MOST_N),
      v.check((cost) => Number.isInteger(Math.log2(cost))),
    ),
    r: v.literal(8),
    p: v.literal(1),
  }),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

/** Keeps passcodes as salted scrypt hashes of this cost. */
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
      // A passcode is not found letter by letter by the time this takes: what is compared is its hash.
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
