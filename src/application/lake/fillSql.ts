/** What stands for the names of a statement: identifiers of ours, or lists of them; never anything that was read. */
export type SqlNames = Readonly<Record<string, string>>

/**
 * A statement of `resources/sql` with its `{names}` filled in. They are written unquoted and in lower case, as both engines take them:
 * what could be anything but names, commas, brackets and what the statements' own parts are made of is a bug and throws.
 */
export function fillSql(text: string, names: SqlNames = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name]
    if (value === undefined || !PARTS.test(value)) throw new Error(`no names for {${name}}: ${value}`)
    return value
  })
}

const PARTS = /^[a-zA-Z0-9_,()*> ]*$/
