import { describe, expect, it } from 'vitest'
import { keyedHash } from '../../../src/adapters/crypto/keyedHash'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { AREA_FORMS } from '../../../src/adapters/resources/areaForms'
import { censusTables } from '../../../src/adapters/resources/censusTables'
import { formsWith } from '../../../src/adapters/resources/instruments'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import type { AssessmentRules } from '../../../src/application/assess/assessHousehold'
import { takeCensus } from '../../../src/application/census/takeCensus'
import { countedHousehold } from '../../../src/application/lake/countedHousehold'
import { fillFromStore } from '../../../src/application/lake/fillFromStore'
import { fillLake, type LakeTerms } from '../../../src/application/lake/fillLake'
import { lakeKeys } from '../../../src/application/lake/lakeKeys'
import type { LakeName, TakeRow } from '../../../src/application/lake/lakeSchema'
import { recordsOf } from '../../../src/application/practice/practiceCounty'
import { CENSUS } from '../../../src/application/programmes/census'
import { CENSUS_INSTRUMENT, practiceCensus } from '../../../src/cli/practiceCensus'
import { aGivenText } from '../../builders/aGivenText'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { AUTHOR, aMemoryProject, RULES } from '../../builders/aMemoryProject'
import { someStandards } from '../../builders/someStandards'

const PORTS = { tablesOf: censusTables, areaForms: AREA_FORMS }
const NO_TOTALS = { totals: null, reading: null }
const FORMS = formsWith(undefined, 'census')
if (!FORMS.ok) throw new Error('the form of the census is unsound')
const CENSUS_RULES: AssessmentRules = { ...FORMS.value, standards: someStandards(), programme: CENSUS }

function terms(given: Partial<LakeTerms>): LakeTerms {
  const keys = lakeKeys('salt', 'the secret of the province', keyedHash)
  const begun = '2021-01-01T00:00:00.000Z'
  return { kind: 'assessment', rules: RULES, keys, isSampled: false, isFull: false, begun, ...given }
}

/** Takes rows in as texts, by dataset. */
function rowsTaken(): { readonly take: TakeRow; readonly rows: Map<LakeName, string[]> } {
  const rows = new Map<LakeName, string[]>()
  const take: TakeRow = (name, row, codes) => {
    const own = rows.get(name) ?? []
    rows.set(name, own)
    own.push(JSON.stringify({ ...row, ...codes }))
  }
  return { take, rows }
}

describe('fillFromStore', () => {
  it('has a census as it is counted from lists and answers, row by row', { timeout: 60_000 }, async () => {
    const county = [...practiceCensus({ households: 12, seed: 3, hash: keyedHash('salt') })]
    const households = county.map(({ household }) => household)
    const records = county.flatMap((each) => recordsOf(each, CENSUS_INSTRUMENT))
    const stored = rowsTaken()
    const counting = terms({ kind: 'census', rules: CENSUS_RULES })
    const store = await aMemoryProject(households, records, CENSUS_INSTRUMENT.data.version)
    const told = await fillFromStore(store, CENSUS_RULES, fillLake(counting, stored.take), PORTS)

    const given = rowsTaken()
    const filling = fillLake(counting, given.take)
    const lines = records.map(({ round: _, at: __, ...line }) => JSON.stringify(line)).join('\n')
    const files = { fieldwork: null, villages: null, county: null, sample: null }
    const taken = await takeCensus(
      households,
      { ...files, answers: aGivenText('answers.jsonl', lines) },
      {
        ...PORTS,
        rules: CENSUS_RULES,
        newStore: () => new MemoryStore('test', newReplica()),
        author: AUTHOR,
        tell: (each, interview, book) =>
          filling.add(countedHousehold(each, interview, book, CENSUS_RULES, null)),
      },
    )
    if (!taken.ok) throw new Error(JSON.stringify(taken.problems))
    expect(filling.done(NO_TOTALS, taken.value.book)).toEqual(told)
    expect(told.households).toBe(12)
    for (const name of stored.rows.keys()) expect(stored.rows.get(name), name).toEqual(given.rows.get(name))
    expect([...stored.rows.keys()].toSorted()).toEqual([...given.rows.keys()].toSorted())
    expect(stored.rows.get('members')?.some((row) => /"t_insurance":[2-9]/.test(row))).toBe(true)
  })

  it('has nobody’s name, number, telephone, day of birth or words, but for identities that were asked for', async () => {
    const member = aMember({ name: '李大明', idNumber: '110105194912310025', phone: '13800000001' })
    const household = aHousehold({ headName: '李大明', phone: '13900000002', members: [member] })
    const said = (question: string, value: string, who: string | null = null): AnswerRecord => ({
      ...{ household: household.id, question, value, evidence: 'respondent', round: 'first', at: null },
      ...{ by: '张站长', member: who, line: null },
    })
    const answers = [
      said('visit_outcome', 'completed'),
      said('note', '他家电话 13700000003'),
      said('food_enough', 'all_year'),
      said('birth_date', '1949-12-31', member.id),
      said('name', '李小明', member.id),
    ]
    const secrets = ['李大明', '李小明', '张站长', '110105194912310025', '1949-12-31', 'h1"', /1[379]0{3,}/]
    const taken = rowsTaken()
    const store = await aMemoryProject([household], answers)
    await fillFromStore(store, RULES, fillLake(terms({ isFull: true }), taken.take), PORTS)
    const identities = taken.rows.get('identities')?.join('') ?? ''
    for (const word of ['李大明', '李小明', '110105194912310025', '13900000002'])
      expect(identities).toContain(word)
    taken.rows.delete('identities')
    const others = JSON.stringify([...taken.rows])
    expect(others).toContain('all_year')
    for (const secret of secrets) expect(others).not.toMatch(secret)
    const without = rowsTaken()
    await fillFromStore(store, RULES, fillLake(terms({}), without.take), PORTS)
    expect(without.rows.has('identities')).toBe(false)
  })

  it('tells a question that does not apply from one that nobody answered', async () => {
    const household = aHousehold({ members: [aMember()] })
    const base = {
      member: null,
      line: null,
      household: household.id,
      evidence: 'respondent',
      round: 'first',
      at: null,
      by: 'tester',
    } as const
    const answers: readonly AnswerRecord[] = [
      { ...base, question: 'visit_outcome', value: 'completed' },
      { ...base, question: 'water_fetch', value: 'at_home' },
    ]
    const { take, rows } = rowsTaken()
    await fillFromStore(await aMemoryProject([household], answers), RULES, fillLake(terms({}), take), PORTS)
    const of = (question: string) => rows.get('answers')?.find((row) => row.includes(`"${question}"`))
    expect(of('water_fetch')).toContain('"code":"at_home","number":null,"day":null,"missing":null')
    expect(of('water_fetch_minutes')).toContain('"missing":"not_applicable"')
    expect(of('water_quality')).toContain('"missing":"unanswered"')
  })
})
