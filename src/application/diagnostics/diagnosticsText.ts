import * as v from 'valibot'
import { diagnosticsSchema, type DiagnosticFacts } from './Diagnostics'

/** What the reader of a file is told, whoever that is. */
const NOTE = [
  '一户诊断文件：只有版本、大小、代码；没有姓名、号码、地名、备注、文件名、口令和钥匙。',
  'Diagnostics of Yihu: versions, sizes and codes only; no names, numbers of persons, places, notes, file names, passcodes or keys.',
]

/** The diagnostics file: JSON with a field a line. What `diagnosticsSchema` does not allow is left out. */
export function diagnosticsText(facts: DiagnosticFacts, problemCodes: readonly string[]): string {
  return `${JSON.stringify({ note: NOTE, ...v.parse(diagnosticsSchema(problemCodes), facts) }, null, 2)}\n`
}

/** A count that tells how large a project is, and not which one: two leading digits. */
export function roughly(count: number): number {
  return Number(count.toPrecision(2))
}
