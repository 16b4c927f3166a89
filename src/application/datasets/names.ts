/** Longest name of a variable in Stata, and what every format takes. */
const LONGEST = 32

/** Words that Stata or SPSS keep for themselves. */
const RESERVED: readonly string[] = [
  ...['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with'],
  ...['byte', 'double', 'float', 'if', 'in', 'int', 'long', 'strl', 'using'],
]

/**
 * Names that every format takes, in the same order: ASCII letters, digits and `_`, a letter first, at most 32 characters, no word of a
 * program, no two alike in any letter case. A name that is all this already stays as it is.
 */
export function soundNames(names: readonly string[]): readonly string[] {
  const taken = new Set(RESERVED)
  return names.map((name) => {
    const sound = name.replace(/\W/g, '_').replace(/^(?![A-Za-z])/, 'v')
    for (let count = 1; ; count++) {
      const end = count === 1 ? '' : `_${count}`
      const tried = sound.slice(0, LONGEST - end.length) + end
      if (taken.has(tried.toLowerCase()) || /^str\d+$/i.test(tried)) continue
      taken.add(tried.toLowerCase())
      return tried
    }
  })
}
