import { Decrypter, Encrypter } from 'age-encryption'

/** Seals bytes to age recipients: any of their identities opens them, with the standard age tool too. */
export function sealTo(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}

export type AgeOpened =
  | { readonly kind: 'open'; readonly bytes: Uint8Array }
  /** None of its recipients is this identity's. */
  | { readonly kind: 'not_for_us' }
  /** Not an age file, or truncated, or altered: the format does not show which. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'damaged' }

const AGE_WORDS = new TextEncoder().encode('age-encryption.org/v1\n')

export async function openWith(identity: string, sealed: Uint8Array): Promise<AgeOpened> {
  const isAge = AGE_WORDS.every((byte, index) => sealed[index] === byte)
  if (!isAge) return { kind: sealed.length < AGE_WORDS.length ? 'damaged' : 'unreadable' }
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return { kind: 'open', bytes: await decrypter.decrypt(sealed) }
  } catch (error) {
    const isForOthers = error instanceof Error && error.message.startsWith('no identity matched')
    return { kind: isForOthers ? 'not_for_us' : 'damaged' }
  }
}
