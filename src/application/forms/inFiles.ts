/** Items in files of so many each, by the names that the files have: `FILE.xlsx`, `FILE-2.xlsx` … */
export function inFiles<Item>(
  items: readonly Item[],
  perFile: number,
  name: string,
): readonly { readonly name: string; readonly items: readonly Item[] }[] {
  const count = Math.ceil(items.length / perFile)
  return Array.from({ length: count }, (_, at) => ({
    name: partName(name, at),
    items: items.slice(at * perFile, (at + 1) * perFile),
  }))
}

/** The name of a file's further part, from 0. */
export function partName(name: string, part: number): string {
  return part === 0 ? name : `${name.replace(/\.xlsx$/i, '')}-${part + 1}.xlsx`
}
