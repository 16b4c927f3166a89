/**
 * Whether the bytes contain the pattern. Horspool's search: it reads about one byte per length of the pattern,
 * and a sheet has hundreds of millions.
 */
export function holdsBytes(bytes: Uint8Array, pattern: Uint8Array): boolean {
  const last = pattern.length - 1
  const steps = new Uint8Array(256).fill(pattern.length)
  pattern.subarray(0, last).forEach((byte, index) => (steps[byte] = last - index))
  for (let at = last; at < bytes.length; at += steps[bytes[at] ?? 0] ?? 1) {
    let matched = 0
    while (matched <= last && bytes[at - matched] === pattern[last - matched]) matched++
    if (matched > last) return true
  }
  return false
}
