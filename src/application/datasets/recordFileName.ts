import type { Texts, TermOf } from '../texts/Texts'

/** Files that hold the records as `yihu assess` reads them, with their types. */
const RECORD_FILES = {
  answers: 'jsonl',
  determinations: 'jsonl',
  totals: 'json',
  sample: 'json',
  fieldwork: 'json',
  additional: 'json',
} as const satisfies Readonly<Record<TermOf<'dataFiles'>, string>>

export type RecordFile = keyof typeof RECORD_FILES

export function recordFileName(file: RecordFile, texts: Texts): string {
  return `${texts.term('dataFiles', file)}.${RECORD_FILES[file]}`
}

/** All that there may be. */
export function recordFileNames(texts: Texts): readonly string[] {
  return (Object.keys(RECORD_FILES) as readonly RecordFile[]).map((file) => recordFileName(file, texts))
}
