import { describe, expect, it } from 'vitest'
import { formOut } from '../../../src/adapters/resources/formOut'
import { readXlsxRows } from './readXlsxRows'
import { xlsformSheets } from '../../../src/application/xlsform/xlsformSheets'
import { valueOf } from '../../contracts/projectStoreContract'
import { INSTRUMENT } from '../../builders/anInterview'

const FORM = valueOf(formOut(INSTRUMENT, null))
const SHEETS = await readXlsxRows(xlsformSheets(FORM))
const { survey = [], choices = [], settings = [] } = SHEETS
const byName = new Map(survey.filter(({ type }) => !type?.startsWith('end_')).map((row) => [row.name, row]))

describe('the XLSForm', () => {
  it('has every question of the form, in both languages', () => {
    for (const [name, { data }] of INSTRUMENT.questions) {
      const row = byName.get(name)
      expect([row?.['label::中文 (zh)'], row?.['label::English (en)']], name).toEqual([
        data.plain['zh-CN'],
        data.plain.en,
      ])
    }
  })

  it('has no two parts of one name, apart from the ends of groups', () => {
    const names = survey.filter(({ type }) => !type?.startsWith('end_')).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('closes every group and repeat that it opens, in order', () => {
    const open: string[] = []
    for (const { type = '', name } of survey) {
      if (type.startsWith('begin_')) open.push(`${type.slice(6)} ${name}`)
      if (type.startsWith('end_')) expect(open.pop()).toBe(`${type.slice(4)} ${name}`)
    }
    expect(open).toEqual([])
  })

  it('refers only to parts and lists that it has', () => {
    const lists = new Set(choices.map(({ list_name }) => list_name))
    for (const row of survey) {
      for (const [, name] of Object.values(row)
        .join(' ')
        .matchAll(/\$\{(\w+)\}/g))
        expect(byName.has(name), `${row.name}: ${name}`).toBe(true)
      const list = /^select_\w+ (\w+)$/.exec(row.type ?? '')?.[1]
      if (list !== undefined) expect(lists, row.name).toContain(list)
    }
  })

  it('says in both languages why an answer is refused', () => {
    const refusing = survey.filter(({ constraint }) => constraint !== undefined)
    expect(refusing.length).toBeGreaterThan(10)
    for (const row of refusing)
      expect(
        [row['constraint_message::中文 (zh)'], row['constraint_message::English (en)']],
        row.name,
      ).not.toContain(undefined)
  })

  it.each([
    [
      'months_home',
      {
        type: 'integer',
        constraint: '. >= 0 and . <= 12',
        'constraint_message::中文 (zh)': '不能小于 0，不能大于 12',
      },
    ],
    ['outcome_reason', { relevant: "${visit_outcome} != '' and ${visit_outcome} != 'completed'" }],
    ['visit_outcome', { type: 'select_one visit_outcome', required: 'yes' }],
    ['respondent', { type: 'select_one ${member_choice}' }],
    [
      'food_enough_ev',
      { type: 'select_one evidence', relevant: "${food_enough} != ''", appearance: 'minimal' },
    ],
    ['signature', { type: 'image', appearance: 'signature' }],
    ['lines', { type: 'calculate', calculation: 'count-non-empty(${income_kind})' }],
    ['member', { type: 'begin_repeat', relevant: "${is_interview} = 'yes'" }],
    ['why_cadres_present', { type: 'text', relevant: "${cadres_absent} = 'no'", required: 'yes' }],
  ])('asks %s as the form does', (name, cells) => {
    expect(byName.get(name)).toMatchObject(cells)
  })

  it('offers the items of a kind of income by a filter', () => {
    expect(byName.get('income_item')?.choice_filter).toContain("${income_kind} = 'wage'")
    const offered = choices.filter(({ list_name }) => list_name === 'income_item').map((row) => row.offered)
    expect(offered).not.toContain(undefined)
  })

  it('names its languages in the settings', () => {
    expect(settings).toMatchObject([
      { form_id: 'yihu-household', version: '1', default_language: '中文 (zh)' },
    ])
  })

  it('does not let a label refer to a field', async () => {
    const label = { 'zh-CN': '=1+1 ${name}', en: '+1 ${name}' }
    const items = [{ kind: 'field', type: 'note', name: 'n', label }] as const
    const { survey: [row] = [] } = await readXlsxRows(xlsformSheets({ ...FORM, items }))
    expect(row).toMatchObject({ 'label::中文 (zh)': '=1+1 $ {name}', 'label::English (en)': '+1 $ {name}' })
  })
})
