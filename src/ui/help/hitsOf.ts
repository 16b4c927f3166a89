/** Where `wanted` begins in a text, one place after the other, without regard to case; none for an empty one. */
export function hitsOf(text: string, wanted: string): readonly number[] {
  const [where, what] = [lower(text), lower(wanted.trim())]
  const hits: number[] = []
  if (what === '') return hits
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) hits.push(at)
  return hits
}

/** In small letters, unless that would change where they stand. */
function lower(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length ? small : text
}
