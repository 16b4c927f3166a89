/** Why a name leads to no village: the list has none of that name, or several. */
export type VillageFault = 'village_unknown' | 'village_ambiguous'

/**
 * Finds villages by what they are called: as `villageOf` has it, or by the end of that as far as it is one village's alone
 * (`township/village`, or its name).
 */
export function villageFinder(
  villages: readonly string[],
): (name: string) => { readonly village: string } | { readonly fault: VillageFault } {
  const known = new Set(villages)
  const byEnd = new Map<string, string | null>()
  for (const village of known) {
    const parts = village.split('/')
    for (let from = 1; from < parts.length; from++) {
      const end = parts.slice(from).join('/')
      byEnd.set(end, byEnd.has(end) ? null : village)
    }
  }
  return (name) => {
    if (known.has(name)) return { village: name }
    const village = byEnd.get(name)
    if (village === undefined) return { fault: 'village_unknown' }
    return village === null ? { fault: 'village_ambiguous' } : { village }
  }
}
