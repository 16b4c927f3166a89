import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORM_TEMPLATES } from '../../../src/adapters/resources/forms'
import { textsOf } from '../../../src/adapters/resources/texts'
import { LANGUAGES } from '../../../src/application/texts/Texts'
import { GRID_COLUMNS, hasStrokes } from '../../../src/application/forms/FormPage'
import type { FormTemplate } from '../../../src/application/forms/FormTemplate'
import { paginate } from '../../../src/application/forms/layout/paginate'
import { paperOf } from '../../../src/application/forms/layout/paper'
import { rowMaker } from '../../../src/application/forms/layout/Strip'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aLine, type InterviewCase } from '../../builders/anInterview'
import {
  aFormsBook,
  anAssessment,
  aTemplate,
  besideLabel,
  cellsOf,
  label,
  textsIn,
} from '../../builders/aFormsBook'

function formOf(template: FormTemplate | undefined, given: InterviewCase = {}, more = {}) {
  if (template === undefined) throw new Error('no such form')
  const made = aFormsBook([template]).add({ assessment: anAssessment(given), ...more })
  const [sheet] = made.map((make) => make())
  if (sheet === undefined) throw new Error('nothing was made')
  return sheet
}

const shipped = (name: string) => FORM_TEMPLATES.find((each) => each.name === name)

describe('a value on a hand form', () => {
  const asked = (value: string) =>
    aTemplate([{ kind: 'fields', perRow: 1, fields: [{ label: label('甲'), value }] }])

  it('is the answer in the form’s words', () => {
    expect(besideLabel(formOf(asked('answer.food_enough')), '甲')).toBe('一年到头都够吃')
  })
  it('is an empty cell where nobody answered', () => {
    const sheet = formOf(asked('answer.food_enough'), { answers: { food_enough: null } })
    expect(besideLabel(sheet, '甲')).toBe('')
  })
  it('says that it does not apply once somebody was there, and stays empty before', () => {
    expect(besideLabel(formOf(asked('answer.water_fetch_minutes')), '甲')).toBe('不涉及')
    const notVisited = formOf(asked('answer.water_fetch_minutes'), {
      answers: { visit_outcome: null, water_fetch: null },
    })
    expect(besideLabel(notVisited, '甲')).toBe('')
  })
  it('is what a prefilled answer would confirm: nothing', () => {
    const answers = { food_enough: { value: 'all_year', evidence: 'registry' } } as const
    expect(besideLabel(formOf(asked('answer.food_enough'), { answers }), '甲')).toBe('')
  })
  it('has no ID number in full, in free texts either', () => {
    const answers = { note: '他的号码是53990119800505011X' }
    const household = aHousehold({ members: [aMember({ idNumber: '53990119800505011X' })] })
    expect(besideLabel(formOf(asked('answer.note'), { answers }), '甲')).toBe('他的号码是539901********011X')
    expect(besideLabel(formOf(asked('household.head_id'), { household }), '甲')).toBe('539901********011X')
  })
  it('is the list’s own fact of a member until an answer changes it', () => {
    const table: FormTemplate = aTemplate([
      {
        kind: 'table',
        rows: 'member',
        columns: [{ label: label('程度'), value: 'answer.education_level', width: 24 }],
      },
    ])
    const household = aHousehold({ members: [aMember({ educationLevel: 'primary' })] })
    expect(textsIn(formOf(table, { household })).at(-1)).toBe('小学')
  })
  it('is nothing to whoever is to back-check the household, and the form says why', () => {
    const hidden = anAssessment({ answers: { visit_outcome: null, food_enough: null } })
    const [make] = aFormsBook([asked('answer.food_enough')]).add({ assessment: hidden, isHidden: true })
    const texts = make === undefined ? [] : textsIn(make())
    expect(texts.some((text) => text.includes('对您隐藏'))).toBe(true)
  })
  it('stands under the state of an interview that is partial or was sent back', () => {
    const partial = formOf(asked('household.head'), { answers: { visit_outcome: 'partial' } })
    expect(textsIn(partial).some((text) => text.includes('部分完成'))).toBe(true)
    const [make] = aFormsBook([asked('household.head')]).add({ assessment: anAssessment() }, true)
    expect(make === undefined ? '' : textsIn(make()).join()).toContain('已退回')
    expect(textsIn(formOf(asked('household.head'))).join()).not.toContain('访谈状态')
  })
})

describe('the income check form', () => {
  const kinds = ['wage', 'business', 'property', 'transfer', 'business_cost'] as const
  const items = {
    wage: 'local_work',
    business: 'crops',
    property: 'dividend',
    transfer: 'pension',
    business_cost: 'crops_cost',
  }
  const line = fc.record({
    kind: fc.constantFrom(...kinds),
    fen: fc.integer({ min: 0, max: 9_000_000 }),
    state: fc.constantFrom('received', 'own_consumption', 'unsold', 'expected'),
  })

  it('adds up: K = L + M + N + P, S = K - R, T = S / A, of what was received or consumed', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (lines, persons) => {
          const members = Array.from({ length: persons }, (_, at) => aMember({ id: `m${at + 1}` }))
          const given = lines.map(({ kind, fen, state }) =>
            kind === 'business_cost'
              ? aLine(fen / 100, { income_kind: kind, income_item: items[kind], income_state: null })
              : aLine(fen / 100, {
                  income_kind: kind,
                  income_item: items[kind],
                  income_state: state,
                  one_off: 'no',
                }),
          )
          const sheet = formOf(shipped('income-check'), { household: aHousehold({ members }), lines: given })
          const row = (label: string): number => {
            const texts = textsIn(sheet)
            return Number(texts[texts.indexOf(label) + 3]?.replaceAll(',', ''))
          }
          const counted = (kind: string): number =>
            lines
              .filter(
                (each) =>
                  each.kind === kind &&
                  (kind === 'business_cost' || ['received', 'own_consumption'].includes(each.state)),
              )
              .reduce((sum, { fen }) => sum + fen, 0) / 100
          expect(row('A')).toBe(persons)
          expect(row('L')).toBeCloseTo(counted('wage'), 6)
          expect(row('M1')).toBeCloseTo(counted('business'), 6)
          expect(row('R')).toBeCloseTo(counted('business_cost'), 6)
          expect(row('K')).toBeCloseTo(row('L') + row('M') + row('N') + row('P'), 6)
          expect(row('S')).toBeCloseTo(row('K') - row('R'), 6)
          expect(Math.abs(row('T') - row('S') / row('A'))).toBeLessThan(0.0051)
        },
      ),
      { numRuns: 60 },
    )
  })
  it('leaves the sums empty while the ledger lacks something', () => {
    const lines = [aLine(100), { income_kind: 'wage', income_item: 'local_work', income_state: 'received' }]
    const texts = textsIn(formOf(shipped('income-check'), { lines }))
    expect(texts[texts.indexOf('K') + 3]).toBe('')
  })
  it('leaves land, orchards, grain and animals to the pen', () => {
    const texts = textsIn(formOf(shipped('income-check')))
    for (const row of ['C1', 'D4', 'E5', 'F', 'J']) expect(texts[texts.indexOf(row) + 3], row).toBe('')
  })
})

describe('the confirmation slip', () => {
  const slip = (more: InterviewCase = {}) => formOf(shipped('confirmation-slip'), more)

  it('has the ledger in 16 points or more', () => {
    const ruled = cellsOf(slip()).filter(({ look }) => look === 'value' || look === 'head')
    expect(Math.min(...ruled.map(({ size }) => size))).toBeGreaterThanOrEqual(16)
  })
  it('has the signature that was given', () => {
    const strokes = [[10, 20, 35, 40]]
    const drawn = cellsOf(slip({ answers: { signature: strokes } })).filter(({ content }) =>
      hasStrokes(content),
    )
    expect(drawn.map(({ content }) => content)).toEqual([{ strokes }])
    expect(cellsOf(slip()).some(({ content }) => hasStrokes(content))).toBe(false)
  })
  it('goes on to a second page with its head again where the ledger is long', () => {
    const lines = Array.from({ length: 60 }, (_, at) => aLine(at + 1))
    const { pages } = slip({ lines })
    expect(pages.length).toBeGreaterThan(1)
    const tops = pages.map(({ rows }) =>
      rows.slice(0, 4).some(({ cells }) => cells.some(({ look }) => look === 'head')),
    )
    expect(tops.slice(0, 2)).toEqual([true, true])
    expect(textsIn(slip({ lines })).filter((text) => text === '就近务工')).toHaveLength(60)
  })
})

describe('the suspicion notice', () => {
  it('is made for suspected households alone', () => {
    const notice = shipped('suspicion-notice')
    const book = aFormsBook(notice === undefined ? [] : [notice])
    expect(book.add({ assessment: anAssessment() })).toHaveLength(0)
    const house = { value: 'grade_d_unrebuilt', evidence: 'document' } as const
    const seen = { value: 'clearly_dangerous', evidence: 'observed' } as const
    const suspected = anAssessment({
      answers: { house_basis: house, observed_house: seen, lives_in_safe_house: 'none' },
    })
    expect(suspected.judgement.conclusion).toBe('suspected_wrong_exit')
    const [make] = book.add({ assessment: suspected })
    const texts = make === undefined ? [] : textsIn(make())
    expect(texts).toContain('看了材料')
    expect(texts.join()).toContain('D级未重建')
  })
})

describe('every shipped form', () => {
  it.each(LANGUAGES)('stays within its grid and its pages (%s)', (language) => {
    const members = Array.from({ length: 14 }, (_, at) =>
      aMember({ id: `m${at + 1}`, name: `长名字的人${at}` }),
    )
    const assessment = anAssessment({
      household: aHousehold({ members }),
      answers: { note: '很长的备注。'.repeat(900) },
      lines: Array.from({ length: 30 }, () => aLine(1000)),
    })
    const book = aFormsBook([...FORM_TEMPLATES, 'blank'], { texts: textsOf(language) })
    for (const make of book.add({ assessment })) {
      const sheet = make()
      for (const { rows } of sheet.pages) {
        expect(
          rows.reduce((sum, { height }) => sum + height, 0),
          sheet.name,
        ).toBeLessThanOrEqual(paperOf(sheet.orientation).height)
        for (const { cells } of rows)
          expect(Math.max(...cells.map(({ from, span }) => from + span))).toBeLessThanOrEqual(GRID_COLUMNS)
      }
    }
  })
})

describe('paginate', () => {
  it('puts every row on a page once, in order, each page no higher than the paper', () => {
    const strip = fc.record({
      rows: fc.array(fc.string({ maxLength: 900 }), { maxLength: 20 }),
      hasHead: fc.boolean(),
      isHeading: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(strip, { maxLength: 8 }), (strips) => {
        const maker = rowMaker('portrait', 10)
        const row = (content: string) => maker.rows([{ span: GRID_COLUMNS, content, look: 'value' }])
        const made = strips.map(({ rows, hasHead, isHeading }) => ({
          head: hasHead ? maker.rows([{ span: GRID_COLUMNS, content: 'head', look: 'head' }]) : [],
          rows: rows.flatMap(row),
          isHeading,
        }))
        const pages = paginate(made, 'portrait')
        const placed = pages.flatMap(({ rows }) => rows.filter(({ cells }) => cells[0]?.look === 'value'))
        expect(placed).toEqual(made.flatMap(({ rows }) => rows))
        for (const { rows } of pages)
          expect(rows.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(
            paperOf('portrait').height,
          )
      }),
      { numRuns: 100 },
    )
  })
})
