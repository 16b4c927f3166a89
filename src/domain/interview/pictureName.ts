import type { AnswerValue } from './Answers'

/**
 * A picture as an answer names it: the SHA-256 of the picture as it is kept, a dot, and that of the file it was scaled
 * from, so that the same photo is known again however it was scaled. An answer from elsewhere may name a picture otherwise.
 */
export interface PictureName {
  readonly kept: string
  readonly original: string
}

export function pictureNameText({ kept, original }: PictureName): string {
  return `${kept}.${original}`
}

/** Null where an answer names something that is not kept here: a file of another tool. */
export function parsePictureName(text: string): PictureName | null {
  const [, kept, original] = /^([0-9a-f]{64})\.([0-9a-f]{64})$/.exec(text) ?? []
  return kept === undefined || original === undefined ? null : { kept, original }
}

/** The pictures that an answer names: one text or several; none without an answer. */
export function picturesIn(value: AnswerValue | undefined): readonly string[] {
  return value === undefined ? [] : ([value].flat() as readonly string[])
}
