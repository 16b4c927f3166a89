import { describe, expect, it } from 'vitest'
import {
  estimateOverTotal,
  estimateShare,
  linearisedShare,
  type Share,
} from '../../../../../src/domain/estimates/estimateShare'
import type { Interval } from '../../../../../src/domain/estimates/Estimate'
import {
  measureRecognition,
  recognisingShare,
} from '../../../../../src/domain/programmes/assessment/measures/measureRecognition'
import type { MeasuredHousehold } from '../../../../../src/domain/programmes/assessment/measures/MeasuredHousehold'
import { shareOf } from '../../../../../src/domain/programmes/assessment/measures/shareOf'
import {
  tallyHouseholds,
  type Tally,
} from '../../../../../src/domain/programmes/assessment/measures/tallyHouseholds'
import { someStandards } from '../../../../builders/someStandards'
import { readFigures, type SurveyFigure } from '../../../../oracle/readFigures'
import { sampleDesigns } from '../../../../oracle/sampleDesigns'

const DESIGNS = new Map(sampleDesigns().map(({ name, households }) => [name, households]))
const FIGURES = readFigures()
const SHARES = FIGURES.filter(({ figure }) => ['exited', 'unregistered', 'recognition'].includes(figure))

// `survey` 4.1.1: see tests/oracle/survey.R, which made the figures.
describe('R’s survey package', () => {
  it('was asked about these designs, at least 30 of them', () => {
    expect(new Set(FIGURES.map(({ design }) => design))).toEqual(new Set(DESIGNS.keys()))
    expect(DESIGNS.size).toBeGreaterThanOrEqual(30)
  })
  it('has the same values, standard errors and degrees of freedom of domains as the measures', () => {
    for (const figure of SHARES) {
      const share = shareFor(figure)
      const { sums, numerator, denominator } = share
      const at = `${figure.design}, ${figure.figure}, ${figure.weighting}`
      expectNear(sums.total(numerator) / sums.total(denominator), figure.value, at)
      expectNear(Math.sqrt(sums.varianceOf(linearisedShare(share))), figure.standardError, at)
      expect(sums.degreesOfFreedom(denominator), at).toBe(figure.degreesOfFreedom)
    }
  })
  it('has the same intervals (beta) where ten households are on either side and weigh alike', () => {
    const same = SHARES.filter((figure) => !isLimited(figure))
    expect(same.length).toBeGreaterThan(40)
    for (const figure of same)
      expectInterval(estimateShare(shareFor(figure)), figure.low, figure.high, figure)
  })
  it('has the same quantiles on Kish’s size as the most elsewhere, where it gives narrower intervals or none', () => {
    const limited = SHARES.filter(isLimited)
    expect(limited.length).toBeGreaterThan(40)
    for (const figure of limited) {
      const ours = estimateShare(shareFor(figure))
      expectInterval(ours, figure.cappedLow, figure.cappedHigh, figure)
      if (figure.low === null || figure.high === null || ours.low === null || ours.high === null) continue
      expect(ours.low, figure.design).toBeLessThanOrEqual(figure.low + 1e-9)
      expect(ours.high, figure.design).toBeGreaterThanOrEqual(figure.high - 1e-9)
    }
  })
  it('has the same exact interval of recognition', () => {
    for (const figure of FIGURES.filter((each) => each.figure === 'binomial')) {
      const measure = measureRecognition(tallyOf(figure), someStandards())
      expectNear(measure.value ?? NaN, figure.value, figure.design)
      expectInterval(measure, figure.low, figure.high, figure)
    }
  })
  it('has the same interval of a sum over a known total, but for the cut at 0', () => {
    for (const figure of FIGURES.filter((each) => each.figure === 'total' && each.weighting === 'equal')) {
      const ours = estimateOverTotal(shareOf('unregistered', tallyOf(figure), 'suspected', false), TOTAL)
      expectNear(ours.value ?? NaN, figure.value / TOTAL, figure.design)
      if (figure.value === 0) expect(ours.method).toBe('none')
      else
        expectInterval(ours, Math.max(0, (figure.low ?? NaN) / TOTAL), (figure.high ?? NaN) / TOTAL, figure)
    }
  })
  it('has the same standard error of two rates added up', () => {
    for (const figure of FIGURES.filter((each) => each.figure === 'sum')) {
      const [wrongExits, omissions] = (['exited', 'unregistered'] as const).map((kind) =>
        shareOf(kind, tallyOf(figure), 'suspected', figure.weighting === 'drawn'),
      ) as [Share, Share]
      const [one, other] = [linearisedShare(wrongExits), linearisedShare(omissions)]
      const variance = wrongExits.sums.varianceOf((figures) => 0.3 * one(figures) + 0.6 * other(figures))
      expectNear(Math.sqrt(variance), figure.standardError, `${figure.design}, ${figure.weighting}`)
    }
  })
})

/** A total that no sample reaches. */
const TOTAL = 1_000_000

function tallyOf({ design }: SurveyFigure): Tally {
  return tallyHouseholds(DESIGNS.get(design) ?? [])
}

function shareFor(figure: SurveyFigure): Share {
  const isWeighted = figure.weighting === 'drawn'
  return figure.figure === 'recognition'
    ? recognisingShare(tallyOf(figure), isWeighted)
    : shareOf(figure.figure as 'exited' | 'unregistered', tallyOf(figure), 'suspected', isWeighted)
}

/** Whether the effective size has an upper limit, worked out from the households themselves. */
function isLimited({ design, figure, weighting }: SurveyFigure): boolean {
  const own = (DESIGNS.get(design) ?? []).filter(({ status, recognises }) =>
    figure === 'recognition' ? recognises !== null : status === figure,
  )
  const weightOf = ({ sampling }: MeasuredHousehold): number => (weighting === 'drawn' ? sampling.weight : 1)
  const sizeOf = (each: MeasuredHousehold): number =>
    weightOf(each) * (figure === 'recognition' ? 1 : each.persons)
  const isPart = ({ conclusion, recognises }: MeasuredHousehold): boolean =>
    figure === 'recognition' ? recognises === true : conclusion.startsWith('suspected')
  const kish = (sizes: readonly number[]): number =>
    sizes.length === 0 ? 0 : sum(sizes) ** 2 / sum(squares(sizes))
  const weights = own.map(weightOf)
  return (
    kish(own.filter(isPart).map(sizeOf)) < 10 ||
    kish(own.filter((each) => !isPart(each)).map(sizeOf)) < 10 ||
    weights.length / kish(weights) > 1.05
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function squares(values: readonly number[]): readonly number[] {
  return values.map((value) => value ** 2)
}

function expectInterval(
  ours: Interval,
  low: number | null,
  high: number | null,
  { design, figure, weighting }: SurveyFigure,
): void {
  const at = `${design}, ${figure}, ${weighting}`
  expect(ours.low === null, at).toBe(low === null)
  expectNear(ours.low, low, at)
  expectNear(ours.high, high, at)
}

/** To 1e-9. */
function expectNear(ours: number | null, theirs: number | null, at: string): void {
  if (ours === null && theirs === null) return
  expect(Math.abs((ours ?? NaN) - (theirs ?? NaN)), at).toBeLessThan(1e-9)
}
