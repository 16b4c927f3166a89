/** A name as SQL takes it, whatever letters it has. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as SQL takes it where no parameter can stand. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
