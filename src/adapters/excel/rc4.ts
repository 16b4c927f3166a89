/** Gives the bytes of the RC4 key stream, one after the other. */
export function rc4(key: Uint8Array): () => number {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (one: number, other: number) => {
    const kept = state[one] ?? 0
    state[one] = state[other] ?? 0
    state[other] = kept
  }
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 0xff
    swap(at, other)
  }
  let [at, other] = [0, 0]
  return () => {
    at = (at + 1) & 0xff
    other = (other + (state[at] ?? 0)) & 0xff
    swap(at, other)
    return state[((state[at] ?? 0) + (state[other] ?? 0)) & 0xff] ?? 0
  }
}
