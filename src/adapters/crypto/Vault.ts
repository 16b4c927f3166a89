import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { deflateSync, inflateSync } from 'fflate'

/** What a sealed record is; part of what the seal guards, so that one kind cannot be passed off as another. */
export type RecordKind =
  'changes' | 'household' | 'roster' | 'summaries' | 'attachment' | 'record' | 'carried'

const FORMAT = 1
const NONCE_BYTES = 24
const PLAIN = 0
const DEFLATED = 1
/** Below this, deflate saves less than its own header costs. */
const SHORTEST_TO_DEFLATE = 400

/**
 * Seals and opens a project's records by its key. A sealed record is: format (1 byte), random nonce (24), then
 * XChaCha20-Poly1305 over a packing byte and the text. Kind and id are bound to it: a block moved elsewhere fails to open.
 */
export class Vault {
  readonly #sealKey: Uint8Array
  readonly #idKey: Uint8Array
  readonly #vouchKey: Uint8Array
  readonly #ids = new Map<string, string>()
  #isForgotten = false

  /** `projectKey`: the project's 256 bits; seals and opaque ids use keys of their own derived from it. */
  constructor(projectKey: Uint8Array) {
    this.#sealKey = hkdf(sha256, projectKey, undefined, utf8ToBytes('yihu seal 1'), 32)
    this.#idKey = hkdf(sha256, projectKey, undefined, utf8ToBytes('yihu opaque id 1'), 32)
    this.#vouchKey = hkdf(sha256, projectKey, undefined, utf8ToBytes('yihu backup 1'), 32)
  }

  seal(kind: RecordKind, id: string, text: string): Uint8Array {
    const plain = utf8ToBytes(text)
    const isLong = plain.length >= SHORTEST_TO_DEFLATE
    return this.#encrypt(kind, id, isLong ? DEFLATED : PLAIN, isLong ? deflateSync(plain) : plain)
  }

  /** The same for bytes that are packed already, as pictures are. */
  sealBytes(kind: RecordKind, id: string, bytes: Uint8Array): Uint8Array {
    return this.#encrypt(kind, id, PLAIN, bytes)
  }

  /** The text that was sealed under the same kind and id. Throws if a single bit differs: that is damage, not input. */
  open(kind: RecordKind, id: string, sealed: Uint8Array): string {
    return decoder.decode(this.#decrypt(kind, id, sealed, inflateIntoRoom))
  }

  openBytes(kind: RecordKind, id: string, sealed: Uint8Array): Uint8Array {
    return this.#decrypt(kind, id, sealed, inflateSync)
  }

  /** Lets go of the keys, and of what was opened last: from now on it seals and opens nothing. */
  forget(): void {
    this.#isForgotten = true
    for (const key of [this.#sealKey, this.#idKey, this.#vouchKey]) key.fill(0)
    this.#ids.clear()
    room.fill(0)
  }

  #decrypt(
    kind: RecordKind,
    id: string,
    sealed: Uint8Array,
    inflate: (packed: Uint8Array) => Uint8Array,
  ): Uint8Array {
    this.#mustHaveKeys()
    if (sealed[0] !== FORMAT) throw new Error(`sealed record of unknown format ${sealed[0]}`)
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
    const cipher = xchacha20poly1305(this.#sealKey, nonce, boundTo(kind, id))
    const packed = cipher.decrypt(sealed.subarray(1 + NONCE_BYTES))
    const body = packed.subarray(1)
    return packed[0] === DEFLATED ? inflate(body) : body
  }

  #encrypt(kind: RecordKind, id: string, packing: number, body: Uint8Array): Uint8Array {
    this.#mustHaveKeys()
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = xchacha20poly1305(this.#sealKey, nonce, boundTo(kind, id))
    return concatBytes(
      Uint8Array.of(FORMAT),
      nonce,
      cipher.encrypt(concatBytes(Uint8Array.of(packing), body)),
    )
  }

  /** 32 bytes that only this project's key can make of these: nothing was added, taken out or put elsewhere. */
  vouchFor(bytes: Uint8Array): Uint8Array {
    this.#mustHaveKeys()
    return hmac(sha256, this.#vouchKey, bytes)
  }

  /** A name that says nothing without the key, for indexes: the same for the same words, 32 hex digits. */
  opaqueId(...words: readonly string[]): string {
    this.#mustHaveKeys()
    const text = JSON.stringify(words)
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const id = bytesToHex(hmac(sha256, this.#idKey, utf8ToBytes(text)).subarray(0, 16))
    if (this.#ids.size > 10_000) this.#ids.clear()
    this.#ids.set(text, id)
    return id
  }

  /** What is still under way when the project is locked ends here: nothing is ever sealed by a key of zeros. */
  #mustHaveKeys(): void {
    if (this.#isForgotten) throw new Error('the project is locked')
  }
}

const decoder = new TextDecoder()

/** Every text is inflated into this and decoded at once: making and growing room for each took more than inflating it. */
const room = new Uint8Array(2 ** 20)

/** Good until the next call. */
function inflateIntoRoom(packed: Uint8Array): Uint8Array {
  const inflated = inflateSync(packed, { out: room })
  // Filled to the end: there may have been more.
  return inflated.length < room.length ? inflated : inflateSync(packed)
}

function boundTo(kind: RecordKind, id: string): Uint8Array {
  return utf8ToBytes(`${kind}\n${id}`)
}
