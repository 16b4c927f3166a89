import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AREA_CHECKS, areaChecksOf } from '../../../../../src/adapters/resources/areaChecks'
import { AREA_FORMS } from '../../../../../src/adapters/resources/areaForms'
import type { Interview } from '../../../../../src/domain/interview/Interview'
import type { AreaAnswers } from '../../../../../src/domain/programmes/census/AreaForm'
import type {
  AreaCheckData,
  AreaChecksData,
  AreaCountData,
} from '../../../../../src/domain/programmes/census/areaChecks/AreaCheckData'
import type { AreaChecks } from '../../../../../src/domain/programmes/census/areaChecks/AreaChecks'
import { compileAreaChecks } from '../../../../../src/domain/programmes/census/areaChecks/compileAreaChecks'
import { countCases } from '../../../../../src/domain/programmes/census/areaChecks/countCases'
import { findInAreas } from '../../../../../src/domain/programmes/census/areaChecks/findInAreas'
import { CaseBook } from '../../../../../src/domain/programmes/census/tables/CaseBook'
import { casesBehind } from '../../../../../src/domain/programmes/census/tables/casesBehind'
import { COUNTY } from '../../../../../src/domain/programmes/census/tables/TableCounts'
import { aCensusInterview, CENSUS_FORM } from '../../../../builders/aCensusInterview'
import { aHousehold, aMember } from '../../../../builders/aHousehold'

const FORMS = { instrument: CENSUS_FORM, ...AREA_FORMS }
const TEXT = { 'zh-CN': '说明', en: 'Text' }

const aCount = (given: Partial<AreaCountData> = {}): AreaCountData => ({
  name: 'thirsty',
  population: 'households',
  label: TEXT,
  when: "${water_quantity} = 'short'",
  ...given,
})

const aCheck = (given: Partial<AreaCheckData> = {}): AreaCheckData => ({
  name: 'new_check',
  level: 'village',
  tier: 'warning',
  when: '${thirsty} > ${most_thirsty}',
  questions: ['central_water'],
  message: { 'zh-CN': '${thirsty} 户缺水', en: '${thirsty} of them are short of water' },
  opens: 'thirsty',
  ...given,
})

function someChecks(given: Partial<AreaChecksData> = {}): AreaChecksData {
  const limits = [{ name: 'most_thirsty', value: 1, source: 'test', confirmed: false }]
  return { source: 'test', label: TEXT, limits, counts: [aCount()], checks: [aCheck()], ...given }
}

/** `code place value` of each problem. */
function faultsOf(given: Partial<AreaChecksData>): readonly string[] {
  const result = compileAreaChecks(someChecks(given), FORMS)
  return result.ok ? [] : result.problems.map(({ code, place }) => `${code} ${place.question}`)
}

function bookOf(checks: AreaChecks, villages: Readonly<Record<string, readonly Interview[]>>): CaseBook {
  const book = new CaseBook(checks.tables)
  for (const [village, interviews] of Object.entries(villages))
    for (const [number, interview] of interviews.entries())
      book.addHousehold({ id: `${village} ${number}`, village, interview })
  return book
}

function found(checks: AreaChecks, book: CaseBook, villages: Readonly<Record<string, AreaAnswers>> = {}) {
  const own = new Map(Object.entries(villages))
  return findInAreas(checks, { counts: countCases(book), villages: own, county: {}, isWhole: true })
}

describe('a check that is not sound is refused with its place', () => {
  it('but the checks as shipped and those of the tests are sound', () => {
    expect(faultsOf({})).toEqual([])
    expect(compileAreaChecks(AREA_CHECKS, FORMS).ok).toBe(true)
  })
  it.each<[what: string, given: Partial<AreaChecksData>, fault: string]>([
    [
      'an unknown name',
      { checks: [aCheck({ when: '${thirst} > 1' })] },
      'expression_unknown_name check new_check',
    ],
    ['no condition', { checks: [aCheck({ when: '${thirsty}' })] }, 'expression_type check new_check'],
    [
      'an open bracket',
      { checks: [aCheck({ when: '(${thirsty} > 1' })] },
      'expression_unexpected check new_check',
    ],
    [
      'a choice that is not offered',
      { checks: [aCheck({ when: "${central_water} = 'some'" })] },
      'expression_unknown_choice check new_check',
    ],
    [
      'a question of the other form',
      { checks: [aCheck({ questions: ['library'] })] },
      'area_check_name_unknown check new_check',
    ],
    [
      'a choice in a message',
      { checks: [aCheck({ message: { 'zh-CN': '${central_water}', en: 'Text' } })] },
      'area_check_name_unknown check new_check',
    ],
    ['nothing to open', { checks: [aCheck({ opens: 'nobody' })] }, 'area_check_name_unknown check new_check'],
    ['a check twice', { checks: [aCheck(), aCheck()] }, 'area_check_name_twice check new_check'],
    ['a count twice', { counts: [aCount(), aCount()] }, 'area_check_name_twice count thirsty'],
    [
      'a count that is a question',
      { counts: [aCount(), aCount({ name: 'townships' })] },
      'area_check_name_twice count townships',
    ],
    [
      'a count of unknown names',
      { counts: [aCount({ when: "${water} = 'short'" })] },
      'expression_unknown_name count thirsty',
    ],
    [
      'a count of households by a member’s question',
      { counts: [aCount({ when: '${age} > 3' })] },
      'expression_out_of_reach count thirsty',
    ],
    [
      'a sum of households',
      { counts: [aCount({ sum: '${present}' })] },
      'area_check_parts_unfit count thirsty',
    ],
    [
      'a village that asks for all villages',
      {
        counts: [
          aCount(),
          aCount({ name: 'with_clinic_all', population: 'villages', when: "${clinic} = 'yes'" }),
        ],
        checks: [aCheck({ when: '${with_clinic_all} > 1' })],
      },
      'expression_unknown_name check new_check',
    ],
  ])('%s', (_, given, fault) => expect(faultsOf(given)).toEqual([fault]))
})

describe('a new check', () => {
  const DRY = aCensusInterview({ answers: { water_quantity: 'short' } })
  const WET = aCensusInterview()
  const compiled = compileAreaChecks(someChecks(), FORMS)
  if (!compiled.ok) throw new Error('unsound')
  const checks = compiled.value

  it('needs no code: it counts, speaks and opens its cases', () => {
    const book = bookOf(checks, { '测县/甲乡/石村': [DRY, WET, DRY], '测县/甲乡/东村': [DRY, WET, WET] })
    expect(found(checks, book)).toMatchObject([
      { check: 'new_check', area: '测县/甲乡/石村', message: { en: '2 of them are short of water' } },
    ])
    const [table] = checks.tables
    const cell = { of: 'cell', code: 'thirsty' } as const
    expect(casesBehind(book, table?.id ?? '', cell, { kind: 'village', key: '测县/甲乡/石村' })).toEqual([
      { household: '测县/甲乡/石村 0' },
      { household: '测县/甲乡/石村 2' },
    ])
    expect(casesBehind(book, table?.id ?? '', cell, COUNTY)).toHaveLength(3)
  })
  it('may be one of more than fit into a table', () => {
    const counts = Array.from({ length: 40 }, (_, number) => aCount({ name: `count_${number}` }))
    const many = compileAreaChecks(
      someChecks({
        counts: [...counts, aCount()],
        checks: [aCheck({ when: '${count_39} + ${thirsty} > 1' })],
      }),
      FORMS,
    )
    if (!many.ok) throw new Error('unsound')
    expect(many.value.tables).toHaveLength(2)
    expect(found(many.value, bookOf(many.value, { 石村: [DRY] }))).toMatchObject([{ check: 'new_check' }])
  })
})

describe('a population below its persons', () => {
  const checks = areaChecksOf(CENSUS_FORM)
  const ofSize = (size: number, outcome: string): Interview =>
    aCensusInterview({
      household: aHousehold({ members: Array.from({ length: size }, (_, at) => aMember({ id: `m${at}` })) }),
      answers: { visit_outcome: outcome },
    })
  const households = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('enumerated', 'not_home', 'refused')),
    { maxLength: 6 },
  )
  const isBelow = (sizes: readonly (readonly [number, string])[], population: number): boolean => {
    const book = bookOf(checks, { 石村: sizes.map(([size, outcome]) => ofSize(size, outcome)) })
    return found(checks, book, { 石村: { registered_population: population } }).some(
      ({ check }) => check === 'population_below_persons',
    )
  }

  it('stays so with another household, and is so exactly where fewer are registered than enumerated', () => {
    fc.assert(
      fc.property(households, households, fc.integer({ min: 0, max: 20 }), (some, more, population) => {
        const persons = some.reduce((sum, [size, outcome]) => sum + (outcome === 'enumerated' ? size : 0), 0)
        expect(isBelow(some, population)).toBe(population < persons)
        if (isBelow(some, population)) expect(isBelow([...some, ...more], population)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
