/** The number by which a workbook of the 1900 or the 1904 epoch stands for a day. */
export function serialOf(iso: string, is1904: boolean): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569 - (is1904 ? 1462 : 0)
}
