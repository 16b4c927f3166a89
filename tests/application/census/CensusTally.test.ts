import { describe, expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { AREA_FORMS } from '../../../src/adapters/resources/areaForms'
import { censusTables } from '../../../src/adapters/resources/censusTables'
import { formsWith } from '../../../src/adapters/resources/instruments'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { writeAnswers } from '../../../src/application/assess/writeAnswers'
import { CensusTally, type CensusCount, type CensusCounting } from '../../../src/application/census/CensusTally'
import { CENSUS } from '../../../src/application/programmes/census'
import type { AnswerValue } from '../../../src/domain/interview/Answers'
import { tabulate } from '../../../src/domain/programmes/census/tables/tabulate'
import type { RosterHousehold } from '../../../src/domain/roster/Roster'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { AUTHOR } from '../../builders/aMemoryProject'
import { someStandards } from '../../builders/someStandards'

type Said = Readonly<Record<string, AnswerValue>>

interface Project {
  readonly listed: readonly RosterHousehold[]
  readonly found?: readonly RosterHousehold[]
  /** By household; those of a member as `member question`. */
  readonly said: Readonly<Record<string, Said>>
  /** Version of the form that the interviews began with. */
  readonly version?: string
}

const forms = formsWith(undefined, 'census')
if (!forms.ok) throw new Error('no forms')
const COUNTING: CensusCounting = {
  rules: { standards: someStandards(), programme: CENSUS, ...forms.value },
  tablesOf: censusTables,
  areaForms: AREA_FORMS,
  areas: { villages: new Map(), county: null },
  samplings: null,
}

async function counted(
  { listed, found = [], said, version = 'census-1' }: Project,
  more: Partial<CensusCounting> = {},
) {
  const store = new MemoryStore('test', newReplica())
  const records = Object.entries(said).flatMap(([household, answers]) =>
    Object.entries(answers).map(([name, value]): AnswerRecord => {
      const [question = '', member = null] = name.split(' ').toReversed()
      const place = { household, member, line: null, question }
      return { ...place, value, evidence: 'respondent', round: 'first', at: null, by: null }
    }),
  )
  const origin = { ...AUTHOR, instrumentVersion: version, copy: 'answers' }
  const written = await writeAnswers(store, records, origin)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  const tally = new CensusTally({ ...COUNTING, ...more })
  const changes = await store.changesOfHouseholds([...listed, ...found].map(({ id }) => id))
  for (const household of [...listed, ...found])
    tally.take({ household, changes: changes.get(household.id) ?? [], isFound: found.includes(household) })
  return { ...toldOf(tally.done()), tally }
}

/** What was counted, with the rows of its tables that are not 0. */
function toldOf(count: CensusCount) {
  const tables = tabulate(count.book, { isByArea: false, samplings: count.samplings })
  return {
    ...count,
    rowsOf: (id: string) =>
      Object.fromEntries(
        (tables.find((each) => each.id === id)?.rows ?? []).flatMap(({ code, count: own }) =>
          own === null || own === 0 ? [] : [[code, own]],
        ),
      ),
  }
}

describe('CensusTally', () => {
  it('counts households that the list lacks, and tells them from those listed', async () => {
    const { coverage, rowsOf } = await counted({
      listed: [aHousehold(), aHousehold({ id: 'h2' })],
      found: [aHousehold({ id: 'f1', members: [] })],
      said: {
        h1: { visit_outcome: 'enumerated', bedding: 'enough' },
        f1: {
          visit_outcome: 'enumerated',
          bedding: 'short',
          'new-1 member_status': 'new',
          'new-1 insurance': 'employee',
        },
      },
    })
    expect(coverage.county).toMatchObject({ listed: 2, found: 1, states: { enumerated: 2, not_visited: 1 } })
    expect(rowsOf('coverage')).toEqual({ enumerated: 2, open: 1 })
    expect(rowsOf('bedding')).toEqual({ enough: 1, short: 1 })
    expect(rowsOf('size')).toEqual({ '1': 2 })
    expect(rowsOf('insurance')).toEqual({ employee: 1 })
  })

  it('reads interviews of the assessment’s form in the words of the census', async () => {
    const { coverage, rowsOf } = await counted({
      listed: ['h1', 'h2', 'h3', 'h4'].map((id) => aHousehold({ id })),
      said: {
        h1: {
          ...{
            consent: 'agrees',
            visit_outcome: 'completed',
            bedding: 'enough',
            support_received: ['microloan'],
          },
          'm1 insurance': 'resident',
        },
        h2: { consent: 'agrees', visit_outcome: 'partial', bedding: 'short' },
        h3: { visit_outcome: 'not_found', outcome_reason: '查无此户' },
      },
      version: '1',
    })
    expect(coverage.county.states).toMatchObject({
      enumerated: 1,
      partial: 1,
      lost_contact: 1,
      not_visited: 1,
    })
    expect(rowsOf('coverage')).toEqual({ enumerated: 1, lost_contact: 1, open: 2 })
    expect(rowsOf('bedding')).toEqual({ enough: 1 })
    expect(rowsOf('support')).toEqual({ microloan: 1 })
    expect(rowsOf('insurance')).toEqual({ resident: 1 })
  })

  it('in a sampled county counts those drawn for those they stand for, and nobody else', async () => {
    const { coverage, rowsOf } = await counted(
      {
        listed: [aHousehold(), aHousehold({ id: 'h2' }), aHousehold({ id: 'h3' })],
        said: { h1: { visit_outcome: 'enumerated' }, h2: { visit_outcome: 'enumerated' } },
      },
      {
        samplings: new Map([
          ['h1', { weight: 4, stratum: '', cluster: null }],
          ['h3', { weight: 2, stratum: '', cluster: null }],
        ]),
      },
    )
    expect(coverage.county).toMatchObject({ listed: 2, states: { enumerated: 1, not_visited: 1 } })
    expect(rowsOf('coverage')).toEqual({ enumerated: 4, open: 2 })
    expect(rowsOf('size')).toEqual({ '1': 4 })
  })

  it('tells an ID number of two households, as it was listed or answered', async () => {
    const withId = (id: string, idNumber: string | null, village: string) =>
      aHousehold({ id, village, members: [aMember({ id: `${id}-1`, idNumber })] })
    const { coverage } = await counted({
      listed: [
        withId('h1', '110101198005050018', '石村'),
        withId('h2', null, '木村'),
        withId('h3', '110101198005050018', '土村'),
      ],
      said: {
        h2: { visit_outcome: 'enumerated', 'h2-1 id_number': '110101198005050018' },
        h3: { visit_outcome: 'enumerated', 'h3-1 member_status': 'left' },
      },
    })
    expect(coverage.shared.map(({ households }) => households.map(({ household }) => household))).toEqual([
      ['h1', 'h2'],
    ])
  })

  it('counts every village of the list, whether or not its form is there', async () => {
    const village = '测县/甲乡/石村'
    const { book, rowsOf } = await counted(
      { listed: [aHousehold(), aHousehold({ id: 'h2', village: '木村' })], said: {} },
      { areas: { villages: new Map([[village, { central_water: 'all' }]]), county: { library: 'yes' } } },
    )
    expect(book.villageForms.ids).toEqual([village, '测县/甲乡/木村'])
    expect(rowsOf('village_water')).toEqual({ all: 1 })
    expect(rowsOf('county_services')).toEqual({ library: 1 })
  })

  it('tells what forms of areas say by now, of the households that it has', async () => {
    const village = '测县/甲乡/石村'
    const listed = [aHousehold()]
    const said = { h1: { visit_outcome: 'enumerated' } }
    const areas = (water: string, library: string) => ({
      areas: { villages: new Map([[village, { central_water: water }]]), county: { library } },
    })
    const { tally } = await counted({ listed, said }, areas('all', 'yes'))
    const again = toldOf(tally.done(areas('none', 'no').areas))
    const anew = await counted({ listed, said }, areas('none', 'no'))
    for (const table of ['coverage', 'village_water', 'county_services', 'townships'])
      expect(again.rowsOf(table)).toEqual(anew.rowsOf(table))
    expect(again.rowsOf('village_water')).toEqual({ none: 1 })
    expect(again.book.villageForms.ids).toEqual([village])
  })
})
