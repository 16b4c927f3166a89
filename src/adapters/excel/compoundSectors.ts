/** Chains of sectors, each of which names the next. */
export interface SectorChains {
  /** The bytes from a sector on, until the chain ends, leads nowhere or back, or has `atLeast` bytes. */
  chain(start: number, atLeast?: number): Uint8Array
}

/** The sectors of a compound file, as its header lays them out ([MS-CFB] 2.2 to 2.5). */
export interface CompoundSectors extends SectorChains {
  readonly directoryStart: number
  /** The chains of the 64-byte sectors for small streams, which lie in the stream that begins at `start`. */
  small(start: number): SectorChains
}

/** `null` when the file has no header of a compound file. */
export function compoundSectors(file: Uint8Array): CompoundSectors | null {
  if (file.length < HEADER_LENGTH) return null
  const header = new DataView(file.buffer, file.byteOffset, HEADER_LENGTH)
  const size = 2 ** header.getUint16(30, true)
  if (size !== 512 && size !== 4096) return null
  const sectors = file.subarray(size)
  const table = concatenated(
    tableSectors(header, sectors, size).map((sector) => sectorAt(sectors, sector, size)),
  )
  const { chain } = sectorChains(sectors, size, table)
  return {
    directoryStart: header.getInt32(48, true),
    chain,
    small: (start) => sectorChains(chain(start), SMALL_SECTOR, chain(header.getInt32(60, true))),
  }
}

/** The sectors of the table of chains: 109 in the header, more in a chain of their own, whose last word is the next. */
function tableSectors(header: DataView, sectors: Uint8Array, size: number): readonly number[] {
  const listed = numbersOf(header, 76, 109)
  const seen = new Set<number>()
  for (let next = header.getInt32(68, true); next >= 0 && !seen.has(next);) {
    seen.add(next)
    const sector = sectorAt(sectors, next, size)
    if (sector.length < size) break
    const numbers = numbersOf(new DataView(sector.buffer, sector.byteOffset, size), 0, size / 4)
    next = numbers.pop() ?? -1
    listed.push(...numbers)
  }
  return listed.filter((sector) => sector >= 0).slice(0, Math.ceil(sectors.length / size))
}

function sectorChains(sectors: Uint8Array, size: number, table: Uint8Array): SectorChains {
  const next = new DataView(table.buffer, table.byteOffset, table.byteLength)
  return {
    chain(start, atLeast = Infinity) {
      const pieces: Uint8Array[] = []
      const seen = new Set<number>()
      let length = 0
      for (let sector = start; sector >= 0 && length < atLeast && !seen.has(sector);) {
        seen.add(sector)
        const piece = sectorAt(sectors, sector, size)
        if (piece.length === 0) break
        pieces.push(piece)
        length += piece.length
        sector = sector * 4 + 4 <= table.length ? next.getInt32(sector * 4, true) : -1
      }
      return concatenated(pieces)
    },
  }
}

function sectorAt(sectors: Uint8Array, sector: number, size: number): Uint8Array {
  return sectors.subarray(sector * size, sector * size + size)
}

function numbersOf(view: DataView, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => view.getInt32(at + index * 4, true))
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const HEADER_LENGTH = 512
const SMALL_SECTOR = 64
