/** The beginnings of sound files that a browser plays: the bytes at an offset, and the media type they stand for. */
const BEGINNINGS: readonly (readonly [offset: number, bytes: string, type: string])[] = [
  [0, '\x1A\x45\xDF\xA3', 'audio/webm'],
  [0, 'OggS', 'audio/ogg'],
  [0, 'fLaC', 'audio/flac'],
  [4, 'ftyp', 'audio/mp4'],
  [8, 'WAVE', 'audio/wav'],
  [0, 'ID3', 'audio/mpeg'],
  [0, '\xFF\xF1', 'audio/aac'],
  [0, '\xFF\xF9', 'audio/aac'],
  [0, '\xFF\xFB', 'audio/mpeg'],
  [0, '\xFF\xFA', 'audio/mpeg'],
  [0, '\xFF\xF3', 'audio/mpeg'],
  [0, '\xFF\xF2', 'audio/mpeg'],
]

/** The media type of a sound by how its bytes begin; null if no accepted kind of sound begins like that. */
export function soundType(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  return BEGINNINGS.find(([offset, start]) => head.startsWith(start, offset))?.[2] ?? null
}
