import type { Texts } from '../texts/Texts'
import type { DataRow, DataTable, Variable } from './Dataset'
import { bothOf } from './DataTerms'

/** One row a variable, then one a code of it: what every name and number of the tables means, in both languages. */
export function dictionaryTable(tables: readonly DataTable[], texts: Texts): DataTable {
  return {
    key: 'dictionary',
    variables: headsOf(texts),
    *rows() {
      for (const { key, variables } of tables)
        for (const variable of variables) yield* rowsOf(texts.term('datasets', key), variable, texts)
    },
  }
}

function headsOf(texts: Texts): readonly Variable[] {
  const names = ['table', 'variable', 'label_zh', 'label_en', 'type', 'origin', 'code', 'number'] as const
  return [...names, 'code_label_zh' as const, 'code_label_en' as const].map((name) => ({
    name,
    label: bothOf(texts, 'variables', name),
    type: name === 'number' ? 'integer' : 'text',
    origin: 'key',
  }))
}

function* rowsOf(table: string, variable: Variable, texts: Texts): Generator<DataRow> {
  const { name, label, type, origin, codes = [] } = variable
  const own = [table, name, label['zh-CN'], label.en]
  const kinds = [texts.term('dataTypes', type), texts.term('dataOrigins', origin)]
  yield [...own, ...kinds, null, null, null, null]
  for (const { code, number, label: meaning } of codes)
    yield [...own, ...kinds, code, number, meaning['zh-CN'], meaning.en]
}
