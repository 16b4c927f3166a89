/** The names, made distinct: of several files of one name the second is `名单.xlsx (2)`, and so on in the order given. */
export function numberedNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  const given = new Set(names)
  return names.map((name) => {
    let free = name
    for (let number = 2; taken.has(free) || (free !== name && given.has(free)); number++)
      free = `${name} (${number})`
    taken.add(free)
    return free
  })
}
