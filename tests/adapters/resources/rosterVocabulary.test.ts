import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rosterVocabulary } from '../../../src/adapters/resources/rosterVocabulary'
import { columnBook } from '../../../src/domain/roster/ColumnBook'
import { normaliseLabel } from '../../../src/domain/roster/normaliseLabel'
import { HOUSEHOLD_FIELDS, MEMBER_FIELDS } from '../../../src/domain/roster/RosterField'

interface CodeFile {
  readonly name: string
  readonly title: string
  readonly source: string
  readonly codes: readonly { readonly code: string; readonly en: string; readonly labels: readonly string[] }[]
}

const folder = new URL('../../../resources/codes/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as CodeFile] as const)

describe('code lists', () => {
  it.each(files)('%s names itself, its title and its source', (name, file) => {
    expect(`${file.name}.json`).toBe(name)
    expect(file.title).not.toBe('')
    expect(file.source).not.toBe('')
  })

  it.each(files)('%s gives every label one meaning, and every code an English name', (_, file) => {
    const labels = file.codes.flatMap(({ code, labels }) => labels.map((label) => [normaliseLabel(label), code] as const))
    const meanings = new Map<string, Set<string>>()
    for (const [label, code] of labels) meanings.set(label, (meanings.get(label) ?? new Set()).add(code))
    expect([...meanings].filter(([, codes]) => codes.size > 1)).toEqual([])
    expect(file.codes.filter(({ en, code }) => en === '' || !/^[a-z_]+$/.test(code))).toEqual([])
  })

  it('are all read by the app', () => {
    expect(files.map(([, { name }]) => name).toSorted()).toEqual(Object.keys(rosterVocabulary.codes).toSorted())
  })

  it('share no label between 脱贫属性 and 贫困户属性, whose columns borrow each other’s words', () => {
    const { register_status, household_category } = rosterVocabulary.codes
    const states = new Set(register_status.flatMap(({ labels }) => labels.map(normaliseLabel)))
    expect(household_category.flatMap(({ labels }) => labels).filter((label) => states.has(normaliseLabel(label)))).toEqual([])
  })
})

describe('columns', () => {
  it('give every header one meaning', () => expect(() => columnBook(rosterVocabulary.columns)).not.toThrow())
  it('refuse a header that two columns claim', () => {
    const village = { field: 'village', scope: 'household', labels: ['村'] } as const
    expect(() => columnBook([village, { ...village, field: 'hamlet' }])).toThrow('村 is claimed twice')
  })
  it('know a header for every field', () => {
    const fields = new Set(rosterVocabulary.columns.map(({ field }) => field))
    expect([...HOUSEHOLD_FIELDS, ...MEMBER_FIELDS].filter((field) => !fields.has(field))).toEqual([])
  })
})
