import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'

const FOLDER = 'resources'

/** Files that are lists, or maps whose every key means something, and so cannot name their own schema. */
const BOUND: readonly (readonly [file: RegExp, schema: string])[] = [
  [/^instrument\/(census-)?v\d+\/choices\.json$/, 'instrument/choices.schema.json'],
  [/^instrument\/(census-)?v\d+\/checks\.json$/, 'instrument/checks.schema.json'],
  [/^texts\/problems\..+\.json$/, 'texts/problems.schema.json'],
  [
    /^texts\/(datasets|dictionary|forms|judgement|reconcile|workbook|xlsform)\..+\.json$/,
    'texts/terms.schema.json',
  ],
]

const names = (readdirSync(FOLDER, { recursive: true }) as string[]).filter((name) => name.endsWith('.json'))
const schemas = names.filter((name) => name.endsWith('.schema.json'))
const data = names.filter((name) => !schemas.includes(name))
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false })

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))
}

/** Path of the schema that a resource file is held to. */
function schemaOf(name: string, content: unknown): string | undefined {
  const bound = BOUND.find(([file]) => file.test(name))?.[1]
  const own = (content as { readonly $schema?: string }).$schema
  return bound ?? (own === undefined ? undefined : join(dirname(name), own))
}

function faultsOf(schema: string, content: unknown): readonly string[] {
  const validate = ajv.getSchema(schema) ?? ajv.compile({ ...(readJson(schema) as object), $id: schema })
  if (validate(content) === true) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('resources', () => {
  it.each(data)('%s fits its schema', (name) => {
    const content = readJson(name)
    const schema = schemaOf(name, content)
    if (schema === undefined) throw new Error(`${name} has no schema`)
    expect(schemas).toContain(schema)
    expect(faultsOf(schema, content)).toEqual([])
  })
  it('have no schema that nothing is held to', () => {
    const used = new Set(data.map((name) => schemaOf(name, readJson(name))))
    expect(schemas.filter((schema) => !used.has(schema))).toEqual([])
  })
  it('have a folder of their own for each kind', () => {
    for (const name of data) {
      const schema = schemaOf(name, readJson(name)) ?? ''
      expect(relative(dirname(schema), name).startsWith('..'), `${name} ${schema}`).toBe(false)
    }
  })
})

describe('the form’s schemas', () => {
  const question = {
    name: 'observed_roof',
    type: 'select_one',
    choices: 'yes_no',
    label: { 'zh-CN': '看屋顶', en: 'Roof seen' },
    plain: { 'zh-CN': '看一看屋顶', en: 'Look at the roof' },
    serves: ['housing'],
    evidence: ['observed'],
    defaultEvidence: 'observed',
  }
  const faults = (changed: object): readonly string[] =>
    faultsOf('instrument/group.schema.json', {
      name: 'roof',
      label: question.label,
      scope: 'household',
      questions: [{ ...question, ...changed }],
    })

  it('take a sound question', () => expect(faults({})).toEqual([]))
  it.each<[string, object]>([
    ['serves nothing', { serves: [] }],
    ['is in one language only', { label: { 'zh-CN': '看屋顶' } }],
    ['defaults to a document', { name: 'roof', evidence: ['document'], defaultEvidence: 'document' }],
    ['is named observed_ and hears the respondent', { evidence: ['observed', 'respondent'] }],
    ['has choices and no list of them', { type: 'select_multiple', choices: undefined }],
    ['has a list of choices and no use for it', { type: 'integer' }],
    ['has a field nobody knows', { colour: 'red' }],
  ])('refuse a question that %s', (_, changed) => {
    expect(faults(changed)).not.toEqual([])
  })
})
