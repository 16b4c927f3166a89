import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FORM_TEMPLATES } from '../../../src/adapters/resources/forms'
import { parseTemplate } from '../../../src/application/forms/parseTemplate'
import { aTemplate, FORM_FACTS, label } from '../../builders/aFormsBook'

const FOLDER = 'resources/forms'

function problemsOf(template: unknown): readonly unknown[] {
  const parsed = parseTemplate(JSON.stringify(template), 'own.json', FORM_FACTS)
  return parsed.ok
    ? []
    : parsed.problems.map(({ code, place, value, details }) => [code, place.file, value, details?.['at']])
}

describe('the shipped forms', () => {
  it('are every file of the folder, under its own name', () => {
    const files = readdirSync(FOLDER).filter(
      (name) => !name.endsWith('.schema.json') && name !== 'limits.json',
    )
    expect(FORM_TEMPLATES.map(({ name }) => `${name}.json`).toSorted()).toEqual(files.toSorted())
  })
  it.each(FORM_TEMPLATES.map(({ name }) => name))('%s is sound', (name) => {
    const text = readFileSync(`${FOLDER}/${name}.json`, 'utf8')
    expect(parseTemplate(text, name, FORM_FACTS)).toMatchObject({ ok: true })
  })
})

describe('a form’s file', () => {
  const field = (value: string) =>
    ({ kind: 'fields', perRow: 1, fields: [{ label: label('一'), value }] }) as const
  const table = (value: string, width = 24) =>
    ({ kind: 'table', rows: 'member', columns: [{ label: label('一'), value, width }] }) as const

  it('is taken where every name is a fact', () => {
    expect(problemsOf(aTemplate([field('household.head'), table('answer.insurance')]))).toEqual([])
  })
  it('names a fact that does not exist, with its file and place', () => {
    expect(problemsOf(aTemplate([field('household.head'), field('household.colour')]))).toEqual([
      ['form_name_unknown', 'own.json', 'household.colour', 'blocks.1.fields.0.value'],
    ])
  })
  it('names one within a text that does not exist', () => {
    expect(
      problemsOf(aTemplate([{ kind: 'paragraph', text: { 'zh-CN': '{household.nobody}', en: '' } }])),
    ).toEqual([['form_name_unknown', 'own.json', 'household.nobody', 'blocks.0.text.zh-CN']])
  })
  it('names a member’s fact where no member is', () => {
    expect(problemsOf(aTemplate([field('member.name')]))).toEqual([
      ['form_name_out_of_place', 'own.json', 'member.name', 'blocks.0.fields.0.value'],
    ])
  })
  it('lists members in a form about villages', () => {
    const problems = problemsOf(aTemplate([table('project.as_of')], { of: 'village' }))
    expect(problems).toEqual([['form_name_out_of_place', 'own.json', 'member', 'blocks.0.rows']])
  })
  it('has columns that are wider than the page', () => {
    expect(problemsOf(aTemplate([table('member.name', 20)]))).toEqual([
      ['form_row_width', 'own.json', '20', 'blocks.0.columns'],
    ])
  })
  it('is no JSON', () => {
    const parsed = parseTemplate('{', 'own.json', FORM_FACTS)
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(['form_unreadable'])
  })
  it('has a block that nobody knows, with its place', () => {
    const parsed = parseTemplate(
      JSON.stringify({ ...aTemplate([]), blocks: [{ kind: 'map' }] }),
      'own.json',
      FORM_FACTS,
    )
    expect(parsed.ok ? [] : parsed.problems.map(({ code, details }) => [code, details?.['at']])).toEqual([
      ['form_part_invalid', 'blocks.0.kind'],
    ])
  })
})
