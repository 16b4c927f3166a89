/** What a file of ours begins with, in ASCII, whatever its name says. */
const BEGINNINGS = {
  backup: 'yihu backup ',
  package: 'age-encryption.org/v1\n',
} as const

/** A file that the window has a page for. */
export type FileKind = keyof typeof BEGINNINGS

/** What kind of file it is by its first bytes; null for any other. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const kinds = Object.keys(BEGINNINGS) as FileKind[]
  return kinds.find((kind) => beginsWith(bytes, BEGINNINGS[kind])) ?? null
}

function beginsWith(bytes: Uint8Array, beginning: string): boolean {
  return [...beginning].every((letter, at) => bytes[at] === letter.charCodeAt(0))
}
