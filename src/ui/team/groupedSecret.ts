/** What every secret key begins with. */
const PREFIX = 'AGE-SECRET-KEY-1'

/** A secret key as people read it off paper: its beginning, then groups of four. */
export function groupedSecret(secret: string): string {
  const rest = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret
  const groups = rest.match(/.{1,4}/g) ?? []
  return [...(rest === secret ? [] : [PREFIX]), ...groups].join(' ')
}
