import type { AnswerValue } from './Answers'

/**
 * A picture or a sound as an answer names it: the SHA-256 of its bytes as they are kept, a dot, and that of the file it was
 * made from, so that the same file is known again however it was scaled. An answer from elsewhere may name it otherwise.
 */
export interface AttachmentName {
  readonly kept: string
  readonly original: string
}

export function attachmentNameText({ kept, original }: AttachmentName): string {
  return `${kept}.${original}`
}

/** Null where an answer names something that is not kept here: a file of another tool. */
export function parseAttachmentName(text: string): AttachmentName | null {
  const [, kept, original] = /^([0-9a-f]{64})\.([0-9a-f]{64})$/.exec(text) ?? []
  return kept === undefined || original === undefined ? null : { kept, original }
}

/** The names in an answer to a question about pictures or sounds: one text or several; none without an answer. */
export function attachmentsIn(value: AnswerValue | undefined): readonly string[] {
  return value === undefined ? [] : ([value].flat() as readonly string[])
}
