/** Names written one after another, parted by commas of any kind. */
export function parseNames(text: string): readonly string[] {
  const names = text.split(/[,，、;；\n]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}
