import type { QuestionType } from '../../../domain/instrument/Instrument'

/** What a row of the survey sheet is. */
export type RowType =
  | { readonly kind: 'question'; readonly type: QuestionType; readonly list: string | null }
  | { readonly kind: 'begin' | 'end'; readonly of: 'group' | 'repeat' }
  | { readonly kind: 'note' | 'meta' | 'unsupported' }

const PLAIN: Readonly<Record<string, QuestionType>> = {
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  text: 'text',
  string: 'text',
  date: 'date',
  image: 'image',
  photo: 'image',
  audio: 'audio',
}

/** What the app records by itself, or has no use for. */
const META = /^(start|end|today|deviceid|device_id|phonenumber|username|email|simserial|subscriberid|audit)$/

/** Reads a cell of the column `type`. */
export function rowTypeOf(text: string): RowType {
  const tidy = text.trim().replaceAll(/\s+/g, ' ')
  const border = /^(begin|end)[ _](group|repeat)$/i.exec(tidy)
  if (border !== null) {
    const [kind, of] = [border[1]?.toLowerCase(), border[2]?.toLowerCase()]
    return { kind: kind === 'begin' ? 'begin' : 'end', of: of === 'repeat' ? 'repeat' : 'group' }
  }
  const select = /^select[ _](one|multiple) (\S+)$/i.exec(tidy)
  if (select !== null)
    return {
      kind: 'question',
      type: select[1]?.toLowerCase() === 'one' ? 'select_one' : 'select_multiple',
      list: select[2] ?? '',
    }
  const type = PLAIN[tidy.toLowerCase()]
  if (type !== undefined) return { kind: 'question', type, list: null }
  if (tidy.toLowerCase() === 'note') return { kind: 'note' }
  return { kind: META.test(tidy.toLowerCase()) ? 'meta' : 'unsupported' }
}
