import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lakeSchema } from '../../src/application/lake/lakeSchema'

describe('docs/formats.md, Lake', () => {
  it('has every dataset with its columns, in their order', () => {
    const text = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')
    const [, section = ''] = /\n## Lake\n([\s\S]*?)\n## /.exec(text) ?? []
    const told = [...section.matchAll(/^\| `(\w+)` \|.*\| (`.*`) \|$/gm)].map(([, name, columns = '']) => ({
      name,
      columns: columns.split(', ').map((column) => column.replaceAll('`', '')),
    }))
    const schema = lakeSchema([]).map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name),
    }))
    expect(told).toEqual(schema)
  })
})
