/**
 * Sorts names so that each comes after those it reads, keeping the given order where it is free.
 * `cycle` is the first circle of names found (first and last equal), or null.
 */
export function findCycle(
  names: readonly string[],
  reads: (name: string) => readonly string[],
): { order: readonly string[]; cycle: readonly string[] | null } {
  const order: string[] = []
  const known = new Set(names)
  const state = new Map<string, 'open' | 'done'>()
  let cycle: readonly string[] | null = null

  function visit(name: string, path: readonly string[]): void {
    if (state.get(name) === 'done' || cycle !== null) return
    if (state.get(name) === 'open') {
      cycle = [...path.slice(path.indexOf(name)), name]
      return
    }
    state.set(name, 'open')
    for (const read of reads(name)) if (known.has(read)) visit(read, [...path, name])
    state.set(name, 'done')
    order.push(name)
  }

  for (const name of names) visit(name, [])
  return { order, cycle }
}
