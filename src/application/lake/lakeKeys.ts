import { personNumber } from '../../domain/roster/samePerson'

/** What a lake has in place of numbers: keyed hashes, of no use for finding the number without the salt. */
export interface LakeKeys {
  readonly household: (id: string) => string
  /** `member`: unique in its household. */
  readonly member: (household: string, member: string) => string
  /** The same person's in every lake of the same matching; null where the number can stand for nobody. */
  readonly person: (idNumber: string | null) => string | null
  readonly phone: (phone: string | null) => string | null
  /** `original`: hash of the file that a picture was made from. */
  readonly photo: (original: string) => string
  /** Two lakes with the same one can be matched; null: with no other project's. */
  readonly matching: string | null
}

/** Numbers with fewer digits are extensions and typing errors, which many have. */
const FEWEST_PHONE_DIGITS = 7

/**
 * Keys of a project. `salt`: its own. `matchSalt`: the secret of whoever matches lakes; null: people, phones and pictures get keys
 * of this project alone. `keyedHash`: HMAC-SHA-256, in hex, cut to 128 bits.
 */
export function lakeKeys(
  salt: string,
  matchSalt: string | null,
  keyedHash: (salt: string) => (text: string) => string,
): LakeKeys {
  const own = keyedHash(salt)
  const matching = matchSalt === null ? own : keyedHash(matchSalt)
  const memberOf = rememberingLast((household) => remembering((id) => own(`member ${household} ${id}`)))
  return {
    household: rememberingLast((id) => own(`household ${id}`)),
    member: (household, member) => memberOf(household)(member),
    person(idNumber) {
      const person = personNumber(idNumber)
      return person === null ? null : matching(`person ${person}`)
    },
    phone(phone) {
      const digits = phone?.replace(/\D/g, '') ?? ''
      return digits.length < FEWEST_PHONE_DIGITS ? null : matching(`phone ${digits}`)
    },
    photo: (original) => matching(`photo ${original}`),
    matching: matchSalt === null ? null : matching('yihu-lake matching').slice(0, 16),
  }
}

/** Rows of one household come together: its keys are made once. */
function rememberingLast<Value>(make: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | null = null
  return (text) => {
    if (last?.text !== text) last = { text, value: make(text) }
    return last.value
  }
}

function remembering(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>()
  return (text) => {
    const value = made.get(text) ?? make(text)
    made.set(text, value)
    return value
  }
}
