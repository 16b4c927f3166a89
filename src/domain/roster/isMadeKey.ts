/** A household's key that was made with a salt, because the list has no 户编号. */
export function isMadeKey(key: string): boolean {
  return /^[hw]-[0-9a-f]{32}$/.test(key)
}
