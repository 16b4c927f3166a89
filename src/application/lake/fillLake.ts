import type { CaseBook } from '../../domain/programmes/census/tables/CaseBook'
import { stateOf } from '../../domain/programmes/census/coverage/Coverage'
import {
  outcomeOf,
  type MeasuredHousehold,
} from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import { tallyHouseholds } from '../../domain/programmes/assessment/measures/tallyHouseholds'
import { townshipKey } from '../../domain/villages/townshipKey'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { AssessmentRules } from '../assess/assessHousehold'
import type { CountyFacts } from '../measures/reportCounty'
import { measuredHousehold } from '../measures/measuredHousehold'
import type { ProjectKind } from '../project/ProjectSettings'
import { takeAnswers } from './takeAnswers'
import { countyRow, takeAreas, villageOutcomes, villageRow } from './areaRows'
import { codesAt } from './caseCodes'
import { correctionRows, photoRows } from './historyRows'
import { householdRow } from './householdRow'
import { criterionRows, determinationRows, flagRows, lineRows } from './judgementRows'
import type { LakeHousehold } from './LakeHousehold'
import type { LakeKeys } from './lakeKeys'
import type { LakeRow, TakeRow } from './lakeSchema'
import { householdIdentity, memberIdentity, memberRow } from './memberRow'
import { standardsText } from './standardsText'

/** How a project's rows are made. */
export interface LakeTerms {
  readonly kind: ProjectKind
  readonly rules: AssessmentRules
  readonly keys: LakeKeys
  readonly isSampled: boolean
  /** Names, ID numbers and telephones were asked for. */
  readonly isFull: boolean
  /** ISO instant at which the export began. */
  readonly begun: string
}

/** What is known of a county when all its households were taken in. */
export interface LakeCounty {
  /** Whatever the list names: of one county it is one at most. */
  readonly provinces: readonly string[]
  readonly cities: readonly string[]
  readonly counties: readonly string[]
  readonly households: number
  /** Versions of the forms that were answered, and of the current one. */
  readonly instruments: readonly number[]
}

/** Takes a project's households in, one by one, and gives the rows of every dataset. */
export interface LakeFilling {
  add(household: LakeHousehold): void
  /** The rows of areas. `book`: the cases of a census. */
  done(facts: CountyFacts, book: CaseBook | null): LakeCounty
}

export function fillLake(terms: LakeTerms, take: TakeRow): LakeFilling {
  const { kind, rules, keys, isSampled, isFull, begun } = terms
  const { givesVerdict } = rules.programme
  const outcomes = villageOutcomes()
  const measured: MeasuredHousehold[] = []
  let households = 0
  const [provinces, cities, counties] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const instruments = new Set<number>()
  instruments.add(formNumber(rules.currentInstrument))

  function takeAll<Name extends Parameters<TakeRow>[0]>(name: Name, rows: readonly LakeRow<Name>[]): void {
    for (const row of rows) take(name, row)
  }
  function takePeople(household: LakeHousehold, village: string): void {
    const place = { village, township: townshipKey(village) }
    const { coded } = household
    if (isFull) take('identities', householdIdentity(household, keys))
    for (const member of household.assessment.interview.members) {
      const codes = coded === null ? undefined : (coded.members.get(member.id) ?? coded.nobody)
      take('members', memberRow(household, member, place, keys), codes)
      if (isFull) take('identities', memberIdentity(household, member, keys))
    }
  }
  return {
    add(household) {
      households++
      const { assessment, determinations, sampling, isFound, coded } = household
      const own = measuredHousehold(assessment, determinations, sampling)
      const { village, outcome } = own
      const { province, city, county } = assessment.household
      if (province !== null) provinces.add(province)
      if (city !== undefined) cities.add(city)
      if (county !== null) counties.add(county)
      instruments.add(formNumber(assessment.interview.instrument))
      outcomes.add(village, givesVerdict ? outcomeOf(own) : stateOf({ outcome }), isFound)
      const row = householdRow(
        household,
        own,
        { village, township: townshipKey(village) },
        keys,
        givesVerdict,
      )
      take('households', row, coded?.household)
      takePeople(household, village)
      takeAnswers(household, keys, (answer) => take('answers', answer))
      takeAll('corrections', correctionRows(household, keys, begun))
      takeAll('photos', photoRows(household, keys))
      if (isSampled && sampling.weight > 0) {
        const { stratum, cluster, weight } = sampling
        take('weights', { household: row.household, stratum, cluster, weight })
      }
      if (!givesVerdict) return
      measured.push(own)
      takeAll('lines', lineRows(household, keys))
      takeAll('criteria', criterionRows(household, keys))
      takeAll('flags', flagRows(household, keys))
      takeAll('determinations', determinationRows(household, keys, begun))
    },
    done({ totals, reading }, book) {
      takeAll('coverage', outcomes.rows())
      if (book === null) takeAll('villages', outcomes.villages.map(villageRow))
      else takeAreas(book, take)
      const { exited, unregistered } = tallyHouseholds(measured)
      const [province = null, city = null, county = null] = [provinces, cities, counties].map(
        ([name]) => name,
      )
      const place = { province, city, county }
      const facts = {
        ...{ kind, isSampled, totals, reading, standards: standardsText(rules.standards) },
        instrument: Math.max(...instruments),
        openSuspicions: givesVerdict
          ? exited.suspicionsOpen.ids.length + unregistered.suspicionsOpen.ids.length
          : null,
      }
      const codes = book === null || book.county.size === 0 ? undefined : codesAt(book.tables, book.county, 0)
      take('counties', countyRow(place, facts), codes)
      return {
        provinces: [...provinces],
        cities: [...cities],
        counties: [...counties],
        households,
        instruments: [...instruments].toSorted((one, other) => one - other),
      }
    },
  }
}

/** The number in a form's version: 1 of `1` as of `census-1`. */
function formNumber({ data: { version } }: Instrument): number {
  return Number(/\d+/.exec(version)?.[0] ?? 0)
}
