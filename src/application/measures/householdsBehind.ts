import type { Measure } from '../../domain/programmes/assessment/measures/Measure'
import {
  isInSample,
  outcomeOf,
  type MeasuredHousehold,
} from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import {
  indicatorHouseholds,
  type ReviewIndicator,
} from '../../domain/programmes/assessment/measures/reviewIndicators'
import { isInPart, type VillagePart } from '../../domain/programmes/assessment/measures/villageParts'
import type { OpenMatters } from './openMatters'
import type { CountyReport } from './reportCounty'

/** Which number of the county's pages was opened; its households are looked up again, so that they are never out of date. */
export type Behind =
  | { readonly kind: 'measure'; readonly measure: MeasureKey; readonly part: MeasurePart }
  | { readonly kind: 'indicator'; readonly indicator: IndicatorKey; readonly part: IndicatorPart }
  | { readonly kind: 'open'; readonly matter: 'suspicions' | 'toVerify' }
  | { readonly kind: 'outcome'; readonly outcome: string }
  /** `village`: its key, the beginning of one (a township's), or empty for the whole county. */
  | { readonly kind: 'village'; readonly village: string; readonly of: VillagePart }

export type MeasureKey = Pick<Measure, 'name' | 'basis' | 'denominatorReading'>
export type MeasurePart = 'numerator' | 'denominator' | 'open'
export type IndicatorKey = Pick<ReviewIndicator, 'name' | 'basis'>
export type IndicatorPart = 'numerator' | 'denominator' | 'wrong'

/** What the households behind a number are found in. */
export interface CountySight {
  readonly report: CountyReport
  readonly measured: readonly MeasuredHousehold[]
  readonly open: OpenMatters
}

/** Ids of the households behind a number. */
export function householdsBehind(behind: Behind, { report, measured, open }: CountySight): readonly string[] {
  switch (behind.kind) {
    case 'measure':
      return partOf(
        report.measures.find((each) => isSameMeasure(each, behind.measure)),
        behind.part,
      )
    case 'indicator':
      return indicatorIds(measured, behind.indicator, behind.part)
    case 'open':
      return open[behind.matter]
    case 'outcome':
      return idsOf(measured.filter((each) => outcomeOf(each) === behind.outcome))
    case 'village':
      return idsOf(measured.filter((each) => isIn(each, behind.village) && isInPart(each, behind.of)))
  }
}

function isIn({ village }: MeasuredHousehold, place: string): boolean {
  return place === '' || village === place || village.startsWith(`${place}/`)
}

function isSameMeasure(left: MeasureKey, right: MeasureKey): boolean {
  return (
    left.name === right.name &&
    left.basis === right.basis &&
    left.denominatorReading === right.denominatorReading
  )
}

function partOf(measure: Measure | undefined, part: MeasurePart): readonly string[] {
  if (measure === undefined) return []
  switch (part) {
    case 'numerator':
      return measure.numeratorHouseholds
    case 'denominator':
      return measure.denominatorHouseholds
    case 'open':
      return measure.open
  }
}

function indicatorIds(
  measured: readonly MeasuredHousehold[],
  indicator: IndicatorKey,
  part: IndicatorPart,
): readonly string[] {
  const { all, right } = indicatorHouseholds(measured.filter(isInSample), indicator)
  if (part === 'denominator') return idsOf(all)
  if (part === 'numerator') return idsOf(right)
  const isRight = new Set(right)
  return idsOf(all.filter((each) => !isRight.has(each)))
}

function idsOf(households: readonly MeasuredHousehold[]): readonly string[] {
  return households.map(({ id }) => id)
}
