/**
 * Runs `write` while `slice` of a Buffer copies, as that of every other typed array does. SheetJS keeps the used bytes of each block
 * of 16 KiB by `slice`, and begins a block a cell when it writes .xls; shared, those blocks are 1.2 MB a household of a list of 29 columns.
 */
export function withCopiedSlices<T>(write: () => T): T {
  const { slice } = Buffer.prototype
  Buffer.prototype.slice = Uint8Array.prototype.slice as typeof slice
  try {
    return write()
  } finally {
    Buffer.prototype.slice = slice
  }
}
