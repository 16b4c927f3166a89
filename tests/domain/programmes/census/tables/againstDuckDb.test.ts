import { describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../../../src/adapters/resources/areaForms'
import { censusTables } from '../../../../../src/adapters/resources/censusTables'
import { evaluateInterview } from '../../../../../src/domain/interview/evaluateInterview'
import { CaseBook } from '../../../../../src/domain/programmes/census/tables/CaseBook'
import { tabulate } from '../../../../../src/domain/programmes/census/tables/tabulate'
import { CENSUS_FORM } from '../../../../builders/aCensusInterview'
import { someStandards } from '../../../../builders/someStandards'
import { countsInDuckDb, countsInTables, CensusCsv } from '../../../../census/duckCensus'
import {
  answersOf,
  generateHouseholds,
  generateVillages,
  villageOfNumber,
  type Profile,
} from '../../../../census/generateCensus'
import { offPublished } from '../../../../census/offPublished'

/** A few seconds' worth; `npm run bench census` has 300,000. */
const HOUSEHOLDS = 3000
const VILLAGES = 15

function counted(profile: Profile) {
  const book = new CaseBook(censusTables(CENSUS_FORM))
  const csv = new CensusCsv()
  const standards = someStandards()
  for (const each of generateHouseholds(HOUSEHOLDS, 7, profile)) {
    const { household, village } = each
    const interview = evaluateInterview(CENSUS_FORM, household, answersOf(each), standards)
    book.addHousehold({ id: household.id, village, interview })
    csv.addHousehold(each)
  }
  for (const [number, said] of generateVillages(VILLAGES, 8, profile).entries()) {
    book.addVillage(villageOfNumber(number * 200), AREA_FORMS.village, said)
    csv.addVillage(number, said)
  }
  return { tables: tabulate(book, { isByArea: true }), csv }
}

describe('every table of a generated county', () => {
  it.each<Profile>(['published', 'anything'])(
    'is what DuckDB counts from the answers: %s',
    async (profile) => {
      const { tables, csv } = counted(profile)
      const connection = await csv.load()
      const expected = await countsInDuckDb(connection)
      connection.closeSync()
      const found = countsInTables(tables)
      const different = [...new Set([...expected.keys(), ...found.keys()])].filter(
        (key) => expected.get(key) !== found.get(key),
      )
      expect(
        different.slice(0, 20).map((key) => `${key}: SQL ${expected.get(key)}, table ${found.get(key)}`),
      ).toEqual([])
      expect(found.size).toBeGreaterThan(2000)
    },
  )

  it('shows the published shares within what sampling leaves open', () => {
    expect(offPublished(counted('published').tables)).toEqual([])
  })
})
