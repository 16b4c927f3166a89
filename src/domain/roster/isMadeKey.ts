/** The key of a household or a member that was made with a salt, because the list has no number for it. */
export function isMadeKey(key: string): boolean {
  return /^[hmw]-[0-9a-f]{32}$/.test(key)
}
