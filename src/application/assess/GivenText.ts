import type { Result } from '../../domain/shared/Result'

/** A file of text that was given, read when it is asked for. Refused: `text_file_damaged`. */
export interface GivenText {
  /** Its name alone, for problems. */
  readonly name: string
  text(): Promise<Result<string>>
  /** Line by line, of a file that may be larger than memory. */
  lines(): Promise<Result<AsyncIterable<string>>>
}
