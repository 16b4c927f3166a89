const SYSTEM =
  /^(\.DS_Store|\._.*|\.localized|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|\.directory|Icon\r|(eh)?thumbs\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information)$/i

/** Whether operating systems put a file of this name into folders themselves: for users such a folder is empty. */
export function isSystemFile(name: string): boolean {
  return SYSTEM.test(name)
}
