import { isMadeKey } from '../../../domain/roster/isMadeKey'
import { groupBy } from '../../../domain/shared/groupBy'
import type { Problem } from '../../../domain/shared/Problem'
import {
  plainValue,
  textIn,
  type KeyedRow,
  type ReturnedBook,
  type ReturnedCell,
  type ReturnedRow,
} from './ReturnedWorkbook'
import { reviewProblem } from './reviewProblem'
import { readFingerprint, type RowMark } from './rowFingerprint'

/** A row of which it is certain what household it is about. */
export interface SoundRow<Row extends KeyedRow = ReturnedRow> {
  readonly household: string
  readonly mark: RowMark
  readonly cells: Row
}

/** The rows of households; with every problem of keys and fingerprints, and rows that are not there any more. */
export function soundRows<Row extends KeyedRow>(
  returned: Pick<ReturnedBook<Row>, 'file' | 'rows' | 'writtenKeys'>,
): {
  readonly sound: readonly SoundRow<Row>[]
  readonly problems: readonly Problem[]
} {
  const { writtenKeys } = returned
  if (writtenKeys === null)
    return { sound: [], problems: [reviewProblem('review_written_lost', returned, null)] }
  const written = new Set(writtenKeys)
  const missing = new Set(writtenKeys)
  const asNumbers = groupBy(writtenKeys, Number)
  const seen = new Map<string, ReturnedCell>()
  const sound: SoundRow<Row>[] = []
  const problems: Problem[] = []
  for (const cells of returned.rows) {
    const { key, fingerprint } = cells
    const text = textIn(key)
    if (text !== null) missing.delete(text)
    const retyped = retypedKey(key, asNumbers)
    if (retyped !== null) {
      for (const each of retyped) missing.delete(each)
      problems.push(retypedProblem(key, retyped, returned))
      continue
    }
    const household = text ?? ''
    const mark = readFingerprint(household, textIn(fingerprint) ?? '')
    const first = seen.get(household)
    if (first !== undefined)
      problems.push(reviewProblem('review_key_twice', returned, key, { household, other: first.cell }))
    else if (mark === null)
      problems.push(reviewProblem('review_row_damaged', returned, text === null ? fingerprint : key))
    else if (!written.has(household))
      problems.push(reviewProblem('review_row_added', returned, key, { household }))
    else sound.push({ household, mark, cells })
    if (text !== null && first === undefined) seen.set(text, key)
  }
  const sheet = returned.rows[0]?.key.sheet
  const lost = [...missing].map((household): Problem => {
    const place = { file: returned.file, ...(sheet !== undefined && { sheet }), household }
    return {
      code: 'review_row_missing',
      severity: 'error',
      place,
      value: isMadeKey(household) ? null : household,
      details: { household },
    }
  })
  return { sound, problems: [...problems, ...lost] }
}

/** Keys that a number stands for, its last digits perhaps lost; null where the key is the text that it was. */
function retypedKey(
  { value }: ReturnedCell,
  asNumbers: ReadonlyMap<number, readonly string[]>,
): readonly string[] | null {
  const number = plainValue(value)
  return typeof number === 'number' ? (asNumbers.get(number) ?? []) : null
}

function retypedProblem(
  key: ReturnedCell,
  candidates: readonly string[],
  returned: Pick<ReturnedBook, 'file'>,
): Problem {
  const [only, ...more] = candidates
  return only !== undefined && more.length === 0
    ? reviewProblem('review_key_retyped', returned, key, { household: only })
    : reviewProblem('review_key_digits_lost', returned, key)
}
