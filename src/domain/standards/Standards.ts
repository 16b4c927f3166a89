import type { Text } from '../instrument/Instrument'

/** The dated values of `resources/standards/`, as data. */
export interface StandardsData {
  readonly edition: string
  readonly parameters: readonly ParameterData[]
}

export interface ParameterData {
  readonly name: string
  readonly unit: Text
  readonly label: Text
  /** Helps the assessor's eye; no rule reads it. */
  readonly help?: boolean
  readonly values: readonly SourcedValue[]
  /** Other documented values, which a project may choose with a reason. */
  readonly alternatives?: readonly SourcedValue[]
}

export interface SourcedValue {
  readonly value: number | string
  /** Calendar year in which it holds; absent where it holds throughout. */
  readonly year?: number
  /** `central`, `west` or a province's code; absent where it holds everywhere. */
  readonly region?: string
  readonly note?: Text
  /** Name of a source. */
  readonly source: string
}

/** Where a value or a rule comes from. */
export interface Source extends Text {
  readonly name: string
  /** False where no primary text was found: shown wherever the value or rule is used. */
  readonly confirmed: boolean
}

/** The sources, and which of them each rule rests on. */
export interface SourcesData {
  readonly sources: readonly Source[]
  readonly rules: Readonly<Record<string, string>>
}

export interface RegionsData {
  readonly source: string
  readonly provinces: readonly {
    readonly code: string
    readonly name: string
    readonly en: string
    readonly region: Region
  }[]
}

export type Region = 'central' | 'west'

/** A value as it applies to one project, with all that must be said of it. */
export interface Parameter extends Omit<SourcedValue, 'source'> {
  readonly name: string
  readonly unit: Text
  readonly source: Source
  /** The project chose this documented value over the default; the reason is in its change log. */
  readonly isChosen?: true
}

/** First and last month, `YYYY-MM`, both included. */
export interface IncomeWindow {
  readonly from: string
  readonly to: string
}

/** What a project is judged by: fixed when the project is made, an argument of every rule. */
export interface StandardsInForce {
  readonly edition: string
  /** ISO date. */
  readonly asOf: string
  readonly region: Region
  /** As the project gave it: `central`, `west` or a code. */
  readonly regionCode: string
  readonly incomeWindow: IncomeWindow
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The source of each rule, by the rule's name. */
  readonly rules: ReadonlyMap<string, Source>
}

/** The number in force under a name. A name that the edition lacks is a bug and throws. */
export function valueInForce(standards: StandardsInForce, name: string): number {
  const { value } = parameterInForce(standards, name)
  if (typeof value !== 'number') throw new Error(`${name} is not a number`)
  return value
}

/** The parameter in force under a name, with its source. A name that the edition lacks is a bug and throws. */
export function parameterInForce(standards: StandardsInForce, name: string): Parameter {
  const parameter = standards.parameters.get(name)
  if (parameter === undefined) throw new Error(`no parameter ${name} in edition ${standards.edition}`)
  return parameter
}
