import type { CheckTier, Text } from '../../../instrument/Instrument'
import { areaParts } from '../../../villages/areaParts'
import { townshipKey } from '../../../villages/townshipKey'
import type { AreaAnswers, AreaKind } from '../AreaForm'
import { COUNTY_AREA } from '../areaNames'
import { areaFrame } from '../tables/TableNames'
import type { AreaChecks } from './AreaChecks'
import { numbersOf } from './compileAreaChecks'
import type { VillageCounts } from './countCases'
import { withNumbers } from './messageNumbers'

/** Something in an area that should not be. It changes no answer. */
export interface AreaFinding {
  readonly check: string
  readonly tier: CheckTier
  /** A village's, or `COUNTY_AREA`. */
  readonly area: string
  /** Of the area's form, the ones to look at. */
  readonly questions: readonly string[]
  readonly message: Text
  /** The count whose cases it leads to; null for none. */
  readonly opens: string | null
}

/** What areas are checked by. */
export interface CheckedAreas {
  readonly counts: VillageCounts
  /** What the villages' forms say, by village. */
  readonly villages: ReadonlyMap<string, AreaAnswers>
  /** What the county's form says. */
  readonly county: AreaAnswers
  /** Whether `counts` has every household of every village: else checks that need it say nothing. */
  readonly isWhole: boolean
}

/** What the checks find in the county, then in each village, in the order of the checks. */
export function findInAreas(checks: AreaChecks, areas: CheckedAreas): readonly AreaFinding[] {
  const ofVillages = villagesOf(areas).flatMap((village) => findInVillage(checks, areas, village))
  return [...findInCounty(checks, areas), ...ofVillages]
}

/** What the checks find in the county itself. */
export function findInCounty(checks: AreaChecks, areas: CheckedAreas): readonly AreaFinding[] {
  const { county: answers, isWhole } = areas
  const numbers = countyNumbers(checks, areas, villagesOf(areas))
  return findInArea(checks, { level: 'county', area: COUNTY_AREA, answers, numbers, isWhole })
}

function villagesOf({ counts, villages }: CheckedAreas): readonly string[] {
  return [...new Set([...counts.keys(), ...villages.keys()])]
}

/** What the checks find in one village. */
export function findInVillage(
  checks: AreaChecks,
  { counts, villages, isWhole }: CheckedAreas,
  village: string,
): readonly AreaFinding[] {
  const own = counts.get(village) ?? {}
  const limits = limitsOf(checks)
  const numbers = numbersOf('village', checks).map((name) => limits[name] ?? own[name] ?? 0)
  const answers = villages.get(village) ?? {}
  return findInArea(checks, { level: 'village', area: village, answers, numbers, isWhole })
}

interface OneArea {
  readonly level: AreaKind
  readonly area: string
  readonly answers: AreaAnswers
  /** In the order of `numbersOf`. */
  readonly numbers: readonly number[]
  readonly isWhole: boolean
}

function findInArea(checks: AreaChecks, { level, area, answers, numbers, isWhole }: OneArea) {
  const frame = areaFrame(checks.forms[level], answers, numbers)
  return checks.checks.flatMap(({ data, when, valueIn }): readonly AreaFinding[] => {
    if (data.level !== level || (data.whole === true && !isWhole) || when(frame) !== true) return []
    const { name, tier, questions, message, opens = null } = data
    const told = withNumbers(message, (each) => valueIn(frame, each))
    return [{ check: name, tier, area, questions, message: told, opens }]
  })
}

function countyNumbers(
  checks: AreaChecks,
  areas: CheckedAreas,
  villages: readonly string[],
): readonly number[] {
  const limits = limitsOf(checks)
  const byName = new Map(checks.counts.map((count) => [count.name, count]))
  const frames = new Map(
    villages.map((each) => [each, areaFrame(checks.forms.village, areas.villages.get(each) ?? {})]),
  )
  const addends = new Map(checks.ofVillages.map(({ data, addendOf }) => [data.name, addendOf]))
  const withVillage = villages.filter((each) => areaParts(each).village !== '')
  return numbersOf('county', checks).map((name) => limits[name] ?? inCounty(name))

  function inCounty(name: string): number {
    const addendOf = addends.get(name)
    const of = (village: string): number => {
      const frame = frames.get(village)
      if (addendOf === undefined) return areas.counts.get(village)?.[name] ?? 0
      return frame === undefined ? 0 : addendOf(frame)
    }
    const { per, sum } = byName.get(name) ?? {}
    if (per === 'township') return townshipsOf(villages.filter((village) => of(village) > 0))
    // Households without a village are in no village that could be counted; what a form says of them adds up.
    const counted = addendOf === undefined || sum !== undefined ? villages : withVillage
    return counted.reduce((total, village) => total + of(village), 0)
  }
}

/** How many townships they are in; villages of which the list names none are in none. */
function townshipsOf(villages: readonly string[]): number {
  return new Set(villages.filter((each) => areaParts(each).township !== '').map(townshipKey)).size
}

function limitsOf({ limits }: AreaChecks): Readonly<Record<string, number>> {
  return Object.fromEntries(limits.map(({ name, value }) => [name, value]))
}
