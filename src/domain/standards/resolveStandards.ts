import { isIsoDate } from '../shared/calendar'
import type { Problem } from '../shared/Problem'
import { refusals, success, type Result } from '../shared/Result'
import { defaultIncomeWindow, lastDayOf } from './incomeWindow'
import type {
  IncomeWindow,
  Parameter,
  ParameterData,
  Region,
  RegionsData,
  Source,
  SourcedValue,
  SourcesData,
  StandardsData,
  StandardsInForce,
} from './Standards'
import type { ProblemCode } from '../shared/ProblemCode'

export interface StandardsChoice {
  /** ISO date. */
  readonly asOf: string
  /** `central`, `west`, or a province, city or county code. */
  readonly region: string
  /** Default: the last 12 whole months that are over at `asOf`. */
  readonly incomeWindow?: IncomeWindow
  /** Values taken over the defaults, by parameter: only alternatives that the edition documents. */
  readonly chosen?: Readonly<Record<string, number | string>>
}

export interface StandardsMaterial {
  readonly standards: StandardsData
  readonly regions: RegionsData
  readonly sources: SourcesData
}

/**
 * The values in force for a project. The poverty line is that of the year in which the income window ends; a year
 * without a line is a problem, not a guess.
 */
export function resolveStandards(
  material: StandardsMaterial,
  choice: StandardsChoice,
): Result<StandardsInForce> {
  const problems: Problem[] = []
  const region = regionOf(material.regions, choice.region)
  if (region === null) problems.push(problem('region_unknown', choice.region))
  if (!isIsoDate(choice.asOf)) return refusals([...problems, problem('as_of_unreadable', choice.asOf)])
  const incomeWindow = choice.incomeWindow ?? defaultIncomeWindow(choice.asOf)
  const lastDay = lastDayOf(incomeWindow)
  if (lastDay > choice.asOf) problems.push(problem('income_window_in_future', lastDay))
  const lineYear = Number(incomeWindow.to.slice(0, 4))

  const sourceOf = sourcesByName(material.sources)
  const parameters = new Map<string, Parameter>()
  problems.push(...undocumented(material.standards, choice.chosen ?? {}))
  for (const parameter of material.standards.parameters) {
    const chosen = chosenFor(parameter, choice.chosen ?? {})
    const found = chosen ?? valueFor(parameter, lineYear, choice.region, region)
    if (found !== undefined)
      parameters.set(parameter.name, {
        ...found,
        name: parameter.name,
        unit: parameter.unit,
        source: sourceOf(found.source),
        ...(chosen !== undefined && { isChosen: true }),
      })
    else if (region !== null) problems.push(problem('standard_missing', `${parameter.name} ${lineYear}`))
  }
  if (region === null || problems.length > 0) return refusals(problems)
  return success({
    edition: material.standards.edition,
    asOf: choice.asOf,
    region,
    regionCode: choice.region,
    incomeWindow,
    parameters,
    rules: new Map(Object.entries(material.sources.rules).map(([rule, name]) => [rule, sourceOf(name)])),
  })
}

/** Finds sources by name; a name without a source is a bug in the data and throws. */
export function sourcesByName({ sources }: SourcesData): (name: string) => Source {
  const byName = new Map(sources.map((source) => [source.name, source]))
  return (name) => {
    const source = byName.get(name)
    if (source === undefined) throw new Error(`no source ${name}`)
    return source
  }
}

function chosenFor(
  { name, alternatives = [] }: ParameterData,
  chosen: Readonly<Record<string, number | string>>,
): SourcedValue | undefined {
  return Object.hasOwn(chosen, name) ? alternatives.find(({ value }) => value === chosen[name]) : undefined
}

/** A choice that the edition does not document is refused: it would be somebody's own standard. */
function undocumented(
  { parameters }: StandardsData,
  chosen: Readonly<Record<string, number | string>>,
): readonly Problem[] {
  return Object.entries(chosen).flatMap(([name, value]) => {
    const parameter = parameters.find((each) => each.name === name)
    const isKnown = parameter !== undefined && chosenFor(parameter, chosen) !== undefined
    return isKnown ? [] : [problem('standard_undocumented', `${name} ${value}`)]
  })
}

function regionOf({ provinces }: RegionsData, code: string): Region | null {
  if (code === 'central' || code === 'west') return code
  if (!/^\d{2}(?:\d{2}){0,2}$/.test(code)) return null
  return provinces.find((province) => province.code === code.slice(0, 2))?.region ?? null
}

/** The value of the year, the nearest region first: the province, then its part of the country, then everywhere. */
function valueFor(
  { values }: ParameterData,
  year: number,
  code: string,
  region: Region | null,
): SourcedValue | undefined {
  const ofYear = values.filter((value) => value.year === undefined || value.year === year)
  const near = [
    (each: string) => /^\d/.test(each) && code.startsWith(each),
    (each: string) => each === region,
  ]
  for (const isNear of near) {
    const found = ofYear.find((value) => value.region !== undefined && isNear(value.region))
    if (found !== undefined) return found
  }
  return ofYear.find((value) => value.region === undefined)
}

function problem(code: ProblemCode, value: string): Problem {
  return { code, severity: 'error', place: {}, value }
}
