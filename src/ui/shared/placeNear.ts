/** The place of the item that is looked for, nearest places first; -1 where there is none. */
export function placeNear<Item>(items: readonly Item[], near: number, isIt: (item: Item) => boolean): number {
  const start = Math.min(Math.max(near, 0), items.length - 1)
  const isAt = (place: number): boolean => {
    const item = items[place]
    return item !== undefined && isIt(item)
  }
  for (let away = 0; away <= Math.max(start, items.length - 1 - start); away++) {
    if (isAt(start - away)) return start - away
    if (isAt(start + away)) return start + away
  }
  return -1
}
