/**
 * What a Zip64 archive has in place of the 16- and 32-bit numbers that are all ones (APPNOTE 4.3.14, 4.5.3). Some writers
 * make every archive that way, however small.
 */

/** Count of entries and offset of the directory of an archive whose end record begins at `end`; `null` if it is no Zip64. */
export function zip64Directory(view: DataView, end: number): { count: number; offset: number } | null {
  const locator = end - LOCATOR_LENGTH
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_MARK) return null
  const record = Number(view.getBigUint64(locator + 8, true))
  if (record + RECORD_LENGTH > view.byteLength || view.getUint32(record, true) !== RECORD_MARK) return null
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    offset: Number(view.getBigUint64(record + 48, true)),
  }
}

/** The numbers of an entry in the order of the standard: each that is all ones stands in its extra field. */
export function zip64Numbers(
  view: DataView,
  extra: { readonly start: number; readonly end: number },
  numbers: readonly number[],
): readonly number[] | null {
  if (!numbers.includes(ALL_ONES)) return numbers
  let at = extra.start
  while (at + 4 <= extra.end && view.getUint16(at, true) !== EXTRA_ID) at += 4 + view.getUint16(at + 2, true)
  if (at + 4 > extra.end) return null
  const end = Math.min(extra.end, at + 4 + view.getUint16(at + 2, true))
  at += 4
  const whole: number[] = []
  for (const number of numbers) {
    if (number !== ALL_ONES) whole.push(number)
    else if (at + 8 > end) return null
    else {
      whole.push(Number(view.getBigUint64(at, true)))
      at += 8
    }
  }
  return whole
}

const ALL_ONES = 0xffffffff
const EXTRA_ID = 0x0001
const LOCATOR_MARK = 0x07064b50
const LOCATOR_LENGTH = 20
const RECORD_MARK = 0x06064b50
const RECORD_LENGTH = 56
