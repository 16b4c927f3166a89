import { beforeAll, describe, expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { AREA_FORMS } from '../../../src/adapters/resources/areaForms'
import { censusTables } from '../../../src/adapters/resources/censusTables'
import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { takeCensus, type TakenCensus } from '../../../src/application/census/takeCensus'
import { recordsOf } from '../../../src/application/practice/practiceCounty'
import { valueOf } from '../../../src/application/practice/valueOf'
import { CENSUS } from '../../../src/application/programmes/census'
import {
  CENSUS_INSTRUMENT,
  CENSUS_MATERIAL,
  censusAreas,
  practiceCensus,
} from '../../../src/cli/practiceCensus'
import { censusForms } from '../../../src/domain/practice/censusForms'
import type { Draws } from '../../../src/domain/practice/PracticeCensus'
import type { PracticeHousehold } from '../../../src/domain/practice/PracticeHousehold'
import { isFinished } from '../../../src/domain/instrument/Roles'
import { outcomeIn } from '../../../src/domain/interview/Interview'
import { runChecks } from '../../../src/domain/interview/runChecks'
import { tabulate } from '../../../src/domain/programmes/census/tables/tabulate'
import type { AreaTable } from '../../../src/domain/programmes/census/tables/TableCounts'
import { aGivenText } from '../../builders/aGivenText'
import { someStandards } from '../../builders/someStandards'

const HOUSEHOLDS = 2000
const plan = { households: HOUSEHOLDS, seed: 5, hash: (text: string) => text }
/** No finished interview has no outcome; a file of answers with such a number is refused. */
const NEVER_FINISHED = ['outcome_missing', 'id_malformed']

let county: readonly PracticeHousehold[]
let taken: TakenCensus
let tables: readonly AreaTable[]
const raised = new Map<string, number>()

beforeAll(async () => {
  county = [...practiceCensus(plan)]
  const lines = county.flatMap((each) =>
    recordsOf(each, CENSUS_INSTRUMENT).map((record) => JSON.stringify(record)),
  )
  const areas = censusAreas(plan)
  const given = {
    answers: aGivenText('answers.jsonl', lines.join('\n')),
    villages: aGivenText('villages.jsonl', areas.villages),
    county: aGivenText('county.json', areas.county),
    fieldwork: null,
    sample: null,
  }
  taken = valueOf(
    await takeCensus(
      county.map(({ household }) => household),
      given,
      {
        newStore: () => new MemoryStore('terminal', newReplica()),
        rules: {
          standards: someStandards(),
          programme: CENSUS,
          ...KNOWN_FORMS,
          currentInstrument: CENSUS_INSTRUMENT,
        },
        tablesOf: censusTables,
        areaForms: AREA_FORMS,
        author: { person: 'terminal', at: '2020-12-31T00:00:00.000Z' },
        tell: (_, interview) => {
          if (!isFinished(outcomeIn(interview))) return
          for (const check of new Set(runChecks(interview).map((each) => each.check)))
            raised.set(check, (raised.get(check) ?? 0) + 1)
        },
      },
    ),
  )
  tables = tabulate(taken.book, { isByArea: false })
})

describe('a practice census of 2,000 households', () => {
  it('has somebody in every row of every table of households, persons and villages', () => {
    const empty = tables
      .filter(({ population }) => population !== 'county')
      .flatMap(({ id, rows }) =>
        rows.filter(({ count }) => count === 0).map(({ code, column }) => `${id} ${code} ${column ?? ''}`),
      )
    expect(empty).toEqual([])
    for (const table of tables) expect(table.base, table.id).toBeGreaterThan(0)
  })

  it('raises every check of the form in an interview that is finished', () => {
    const names = CENSUS_INSTRUMENT.checks.map(({ data }) => data.name)
    expect(names.filter((name) => !raised.has(name))).toEqual(NEVER_FINISHED)
  })

  it('raises each check that is dealt at its share or more often', () => {
    const { every, cases } = CENSUS_MATERIAL.contradictions
    const enumerated = taken.coverage.county.states.enumerated
    const turns = Math.floor(enumerated / every / cases.length)
    expect(turns).toBeGreaterThan(0)
    for (const { check } of cases) expect(raised.get(check) ?? 0, check).toBeGreaterThanOrEqual(turns)
  })

  it('ends every outcome, register status and family exactly at its share', () => {
    const { outcomes, statuses, families } = CENSUS_MATERIAL
    const all = outcomes.reduce((sum, { weight }) => sum + weight, 0)
    for (const { code, weight } of outcomes) {
      const count = county.filter(({ scenario }) => scenario === (code ?? 'not_visited')).length
      expect(Math.abs(count - (weight / all) * HOUSEHOLDS), code ?? 'null').toBeLessThanOrEqual(1)
    }
    for (const [status, weight] of Object.entries(statuses)) {
      const count = county.filter(({ household }) => household.status === status).length
      expect(Math.abs(count - (weight / 100) * HOUSEHOLDS), status).toBeLessThanOrEqual(1)
    }
    for (const size of [1, 2, 6, 7]) {
      const weight = families.find(({ members }) => members.length === size)?.weight ?? 0
      const count = county.filter(({ household }) => household.members.length === size).length
      expect(Math.abs(count - (weight / 100) * HOUSEHOLDS), String(size)).toBeLessThanOrEqual(1)
    }
  })

  it.each(tablesBy(CENSUS_MATERIAL.household))(
    'tells %s of the households at the shares of its material, give or take what chance does',
    (id, question) => {
      const draw = CENSUS_MATERIAL.household[question]
      const table = tables.find((each) => each.id === id)
      const all = Object.values(draw?.one ?? {}).reduce((sum, weight) => sum + weight, 0)
      for (const { code, share } of table?.rows ?? []) {
        const kept = 1 - (draw?.nothing ?? 0)
        const chance =
          draw?.one === undefined ? kept * (draw?.several?.[code] ?? NaN) : (draw.one[code] ?? NaN) / all
        if (Number.isNaN(chance)) continue
        expect(Math.abs((share ?? NaN) - chance), code).toBeLessThan(fourSigmas(chance, table?.base ?? 0))
      }
    },
  )

  it('tells the ill and disabled at the shares of its material', () => {
    const { health } = CENSUS_MATERIAL
    const all = health.reduce((sum, { weight }) => sum + weight, 0)
    const groups = tables.find(({ id }) => id === 'groups')
    for (const state of ['chronic', 'serious', 'disabled']) {
      const weight = health.reduce((sum, each) => sum + (each.codes.includes(state) ? each.weight : 0), 0)
      const row = groups?.rows.find(({ code }) => code === state)
      expect(Math.abs((row?.share ?? NaN) - weight / all), state).toBeLessThan(
        fourSigmas(weight / all, row?.base ?? 0),
      )
    }
  })
})

describe('the forms of a practice census’s areas', () => {
  const listed = new Map(Array.from({ length: 50 }, (_, n) => [`${n}`, { households: 40, persons: 120 }]))

  it('make every choice of a village’s form, from twenty villages on', () => {
    const villages = [...censusForms(new Map([...listed].slice(0, 20)), CENSUS_MATERIAL, 3).villages.values()]
    for (const [question, { one = {} }] of Object.entries(CENSUS_MATERIAL.village))
      expect(new Set(villages.map((answers) => answers[question])).size, question).toBeGreaterThanOrEqual(
        Object.keys(one).length - 1,
      )
  })

  it('say yes and no of every service of the county, in one seed or another', () => {
    const said = Array.from({ length: 300 }, (_, seed) => censusForms(listed, CENSUS_MATERIAL, seed).county)
    for (const [question, { one }] of Object.entries(CENSUS_MATERIAL.county))
      if (one !== undefined)
        expect([...new Set(said.map((answers) => answers[question]))].sort(), question).toEqual(['no', 'yes'])
  })
})

/** Tables by one question of the household that everybody is asked, whose draws are at hand. */
function tablesBy(draws: Draws): readonly (readonly [table: string, question: string])[] {
  const questions: Readonly<Record<string, string>> = {
    clothing: 'clothing_season',
    support: 'support_received',
  }
  return ['food_protein', 'food_enough', 'clothing', 'bedding', 'support', 'income_trend', 'shocks'].map(
    (id) => {
      const question = questions[id] ?? id
      if (draws[question] === undefined) throw new Error(`${question} is not drawn`)
      return [id, question] as const
    },
  )
}

/** Contradictions that are dealt come on top. */
function fourSigmas(share: number, cases: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / cases) + 0.003
}
