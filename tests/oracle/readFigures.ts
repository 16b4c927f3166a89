import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A figure as R's `survey` gave it; null where it gave none, or the figure has none. */
export interface SurveyFigure {
  readonly design: string
  readonly figure: 'exited' | 'unregistered' | 'recognition' | 'binomial' | 'total' | 'sum'
  readonly weighting: 'equal' | 'drawn'
  readonly value: number
  readonly standardError: number | null
  readonly degreesOfFreedom: number | null
  readonly low: number | null
  readonly high: number | null
  /** By R's own quantiles, with the effective size never above Kish's. */
  readonly cappedLow: number | null
  readonly cappedHigh: number | null
}

/** The committed answers of `survey.R`. */
export function readFigures(): readonly SurveyFigure[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, 'figures.csv'), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [, design = '', rest = ''] = /^"([^"]*)",(.*)$/.exec(line) ?? []
    const [figure, weighting, value, ...numbers] = rest.split(',')
    const [standardError, degreesOfFreedom, low, high, cappedLow, cappedHigh] = numbers.map((text) =>
      text === '' ? null : Number(text),
    )
    return {
      design,
      figure,
      weighting,
      value: Number(value),
      standardError,
      degreesOfFreedom,
      low,
      high,
      cappedLow,
      cappedHigh,
    } as SurveyFigure
  })
}
