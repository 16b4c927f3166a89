import type { AnswerValue, Strokes } from '../../../domain/interview/Answers'

/** The strokes of a signature's answer; none where it has no answer. */
export function strokesOf(value: AnswerValue | null | undefined): Strokes {
  return Array.isArray(value) ? (value as Strokes) : []
}
