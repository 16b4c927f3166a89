/** Reads a span of positions a few hundred items at a time: six million changes need a few megabytes of memory. */
export async function* portions<Item extends { readonly position: number }>(
  span: { readonly after: number; readonly upTo: number },
  read: (after: number, limit: number) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  for (let after = span.after; after < span.upTo;) {
    const part = await read(after, ROWS_AT_ONCE)
    const last = part.at(-1)
    if (last === undefined) return
    yield part.filter((item) => item.position <= span.upTo)
    after = last.position
  }
}

export const ROWS_AT_ONCE = 500
