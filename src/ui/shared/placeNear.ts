/** The place of the item that is looked for, nearest places first; -1 where there is none. */
export function placeNear<Item>(items: readonly Item[], near: number, isIt: (item: Item) => boolean): number {
  const start = Math.min(Math.max(near, 0), items.length - 1)
  for (let away = 0; away <= Math.max(start, items.length - 1 - start); away++)
    for (const place of [start - away, start + away]) {
      const item = items[place]
      if (item !== undefined && isIt(item)) return place
    }
  return -1
}
