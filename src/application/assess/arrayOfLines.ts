import type { Problem } from '../../domain/shared/Problem'

/**
 * Whether a file of JSON objects, one a line, is one JSON array instead: reported once, since each of its lines would fail.
 * `linesBefore`: how many lines were there before this one, blank ones apart.
 */
export function isArrayBegin(text: string, linesBefore: number): boolean {
  return linesBefore === 0 && text.trimStart().startsWith('[')
}

export function arrayOfLines(file: string, line: number): Problem {
  return { code: 'lines_in_array', severity: 'error', place: { file, line }, value: null }
}
