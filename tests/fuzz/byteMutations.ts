import { somewhere, spliced, type MutationFamily } from './Mutation'

/** What disks, mail and cables do to any file. */
export const byteMutations: MutationFamily = {
  flipBits(bytes, random) {
    const spoilt = Uint8Array.from(bytes)
    for (let flips = random.between(1, 16); flips > 0; flips--) {
      const at = somewhere(bytes.length - 1, random)
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << random.between(0, 7))
    }
    return spoilt
  },
  setBytes(bytes, random) {
    const spoilt = Uint8Array.from(bytes)
    const at = somewhere(bytes.length - 1, random)
    return spoilt.fill(random.pick([0, 1, 0x7f, 0x80, 0xfe, 0xff]), at, at + random.between(1, 8))
  },
  truncate: (bytes, random) => bytes.subarray(0, somewhere(bytes.length - 1, random)),
  beginLate: (bytes, random) => bytes.subarray(random.between(1, 64)),
  insert(bytes, random) {
    const added = Uint8Array.from({ length: random.between(1, 64) }, () => random.between(0, 255))
    return spliced(bytes, somewhere(bytes.length, random), 0, added)
  },
  remove: (bytes, random) =>
    spliced(bytes, somewhere(bytes.length, random), random.between(1, 600), new Uint8Array()),
  duplicate(bytes, random) {
    const begin = somewhere(bytes.length, random)
    const piece = bytes.subarray(begin, begin + random.between(1, 4096))
    return spliced(bytes, somewhere(bytes.length, random), 0, piece)
  },
  swap(bytes, random) {
    const begin = somewhere(bytes.length, random)
    const piece = bytes.slice(begin, begin + random.between(1, 512))
    return spliced(bytes, somewhere(bytes.length, random), piece.length, piece)
  },
}
