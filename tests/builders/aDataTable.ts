import type { FileTerms } from '../../src/adapters/datasets/FileTerms'
import type { Code, DataRow, DataTable, Variable } from '../../src/application/datasets/Dataset'

export const CODES: readonly Code[] = [
  { code: 'yes', number: 1, label: { 'zh-CN': '是', en: 'Yes' } },
  { code: 'no', number: 0, label: { 'zh-CN': '否', en: 'No' } },
]

/** A variable of each type, by its name. */
export const VARIABLES: readonly Variable[] = (
  ['text', 'code', 'integer', 'decimal', 'yuan', 'date', 'instant'] as const
).map((type) => ({
  name: `a_${type}`,
  label: { 'zh-CN': `一个${type}`, en: `A ${type}` },
  type,
  origin: 'answer',
  ...(type === 'code' && { codes: CODES }),
}))

export function aDataTable(rows: readonly DataRow[], variables = VARIABLES): DataTable {
  return { key: 'households', variables, rows: () => rows }
}

export const FILE_TERMS: FileTerms = {
  title: '户',
  language: 'zh-CN',
  missing: {
    not_applicable: { 'zh-CN': '不涉及', en: 'Not applicable' },
    unanswered: { 'zh-CN': '未问', en: 'Not asked' },
    conflict: { 'zh-CN': '有冲突', en: 'In conflict' },
    hidden: { 'zh-CN': '暂不可见', en: 'Hidden' },
  },
  at: '2020-07-15T01:30:00Z',
}

/** Parts of a file as one. */
export function joined(parts: Iterable<string | Uint8Array>): Uint8Array {
  const all = [...parts].map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part))
  const whole = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of all) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
