import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { KeyRing } from './keyRing'
import { deflateSync, inflateSync } from 'fflate'
import { deflateNatively, inflateTextNatively } from './deflateNatively'

/** The kind of a sealed record. The seal covers it, so that one kind cannot be used as another. */
export type RecordKind =
  'changes' | 'household' | 'roster' | 'summaries' | 'attachment' | 'record' | 'chain' | 'carried'

/** A text or bytes as a seal holds them; opened, they are the same again. */
export interface PackedText {
  readonly packing: number
  readonly body: Uint8Array
}

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
  /** The newest first: it seals, and all of them open. */
  #keys: readonly DerivedKeys[]
  /** By the project's first key, so that names in the index never change. Copied for each: setting up the key takes as long as the name. */
  readonly #idMac: ReturnType<typeof hmac.create>
  readonly #ids = new Map<string, string>()
  #isForgotten = false

  /** Its keys are gone: the project was locked. */
  get isForgotten(): boolean {
    return this.#isForgotten
  }

  /** `ring`: the project's keys of 256 bits each; seals and opaque ids use keys of their own derived from them. */
  constructor(ring: KeyRing) {
    this.#keys = ring.map(derive)
    const idKey = hkdf(sha256, ring.at(-1) ?? ring[0], undefined, utf8ToBytes('yihu opaque id 1'), 32)
    this.#idMac = hmac.create(sha256, idKey)
    idKey.fill(0)
  }

  /** Later records are sealed by this key. */
  renew(newest: Uint8Array): void {
    this.#mustHaveKeys()
    this.#keys = [derive(newest), ...this.#keys]
  }

  seal(kind: RecordKind, id: string, text: string): Uint8Array {
    const plain = utf8ToBytes(text)
    const isLong = plain.length >= SHORTEST_TO_DEFLATE
    return this.#encrypt(kind, id, isLong ? DEFLATED : PLAIN, isLong ? deflateSync(plain) : plain)
  }

  /** A long text made ready for `sealPacked`: before it is known under which id it will be sealed. */
  async pack(text: string): Promise<PackedText> {
    return { packing: DEFLATED, body: await deflateNatively(utf8ToBytes(text)) }
  }

  sealPacked(kind: RecordKind, id: string, { packing, body }: PackedText): Uint8Array {
    return this.#encrypt(kind, id, packing, body)
  }

  /** The same for bytes that are compressed already, as pictures are. */
  sealBytes(kind: RecordKind, id: string, bytes: Uint8Array): Uint8Array {
    return this.#encrypt(kind, id, PLAIN, bytes)
  }

  /** The text that was sealed under the same kind and id. Throws if a single bit differs: that is damage, not input. */
  open(kind: RecordKind, id: string, sealed: Uint8Array): string {
    return decoder.decode(unpacked(this.#decrypt(kind, id, sealed), inflateIntoRoom))
  }

  /** The same for a long text, which the platform inflates while the thread is free. Rejects where `open` throws. */
  async openLong(kind: RecordKind, id: string, sealed: Uint8Array): Promise<string> {
    const { packing, body } = this.#decrypt(kind, id, sealed)
    return packing === DEFLATED ? inflateTextNatively(body) : decoder.decode(body)
  }

  openBytes(kind: RecordKind, id: string, sealed: Uint8Array): Uint8Array {
    return unpacked(this.#decrypt(kind, id, sealed), inflateSync)
  }

  /** Whether it opens under this kind and id, that is, was not altered. */
  opens(kind: RecordKind, id: string, sealed: Uint8Array): boolean {
    try {
      this.#decrypt(kind, id, sealed)
      return true
    } catch (error) {
      if (this.#isForgotten) throw error
      return false
    }
  }

  /** Wipes the keys and the text opened last: later calls throw. */
  forget(): void {
    this.#isForgotten = true
    for (const keys of this.#keys) for (const key of Object.values(keys)) (key as Uint8Array).fill(0)
    this.#idMac.destroy()
    this.#ids.clear()
    room.fill(0)
  }

  #decrypt(kind: RecordKind, id: string, sealed: Uint8Array): PackedText {
    this.#mustHaveKeys()
    if (sealed[0] !== FORMAT) throw new Error(`sealed record of unknown format ${sealed[0]}`)
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
    const packed = this.#opened(nonce, boundTo(kind, id), sealed.subarray(1 + NONCE_BYTES))
    return { packing: packed[0] ?? PLAIN, body: packed.subarray(1) }
  }

  #encrypt(kind: RecordKind, id: string, packing: number, body: Uint8Array): Uint8Array {
    this.#mustHaveKeys()
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = xchacha20poly1305(this.#newest().seal, nonce, boundTo(kind, id))
    return concatBytes(
      Uint8Array.of(FORMAT),
      nonce,
      cipher.encrypt(concatBytes(Uint8Array.of(packing), body)),
    )
  }

  /** Throws where no key opens it. */
  #opened(nonce: Uint8Array, bound: Uint8Array, sealed: Uint8Array): Uint8Array {
    let failure: unknown
    for (const { seal } of this.#keys) {
      try {
        return xchacha20poly1305(seal, nonce, bound).decrypt(sealed)
      } catch (error) {
        failure = error
      }
    }
    throw failure
  }

  /** A 32-byte authentication code by the project's newest key: shows that nothing was added, removed or moved. */
  vouchFor(bytes: Uint8Array): Uint8Array {
    this.#mustHaveKeys()
    return hmac(sha256, this.#newest().vouch, bytes)
  }

  /** Whether the code was made by one of the project's keys. */
  vouchedFor(bytes: Uint8Array, seal: Uint8Array): boolean {
    return this.#keys.some(({ vouch }) => isSame(hmac(sha256, vouch, bytes), seal))
  }

  /** The same for the project's header, in hex. */
  vouchForHeader(text: string): string {
    this.#mustHaveKeys()
    return bytesToHex(hmac(sha256, this.#newest().header, utf8ToBytes(text)))
  }

  #newest(): DerivedKeys {
    const [newest] = this.#keys
    if (newest === undefined) throw new Error('a vault without a key')
    return newest
  }

  /** An opaque name for indexes: 32 hex digits, the same for the same words, meaningless without the key. */
  opaqueId(...words: readonly string[]): string {
    this.#mustHaveKeys()
    const text = JSON.stringify(words)
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const id = bytesToHex(this.#idMac.clone().update(utf8ToBytes(text)).digest().subarray(0, 16))
    if (this.#ids.size > 10_000) this.#ids.clear()
    this.#ids.set(text, id)
    return id
  }

  /** Stops work that is still running when the project is locked: nothing may be sealed by a key of zeros. */
  #mustHaveKeys(): void {
    if (this.#isForgotten) throw new Error('the project is locked')
  }
}

interface DerivedKeys {
  readonly seal: Uint8Array
  readonly vouch: Uint8Array
  readonly header: Uint8Array
}

function derive(projectKey: Uint8Array): DerivedKeys {
  const of = (purpose: string): Uint8Array => hkdf(sha256, projectKey, undefined, utf8ToBytes(purpose), 32)
  return { seal: of('yihu seal 1'), vouch: of('yihu backup 1'), header: of('yihu header 1') }
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => right[index] === byte)
}

const decoder = new TextDecoder()

function unpacked({ packing, body }: PackedText, inflate: (packed: Uint8Array) => Uint8Array): Uint8Array {
  return packing === DEFLATED ? inflate(body) : body
}

/** Every text is inflated into this buffer and decoded at once: allocating one for each took longer than inflating. */
const room = new Uint8Array(2 ** 20)

/** Valid until the next call. */
function inflateIntoRoom(packed: Uint8Array): Uint8Array {
  const inflated = inflateSync(packed, { out: room })
  // Filled to the end: there may have been more.
  return inflated.length < room.length ? inflated : inflateSync(packed)
}

function boundTo(kind: RecordKind, id: string): Uint8Array {
  return utf8ToBytes(`${kind}\n${id}`)
}
