import type { Text } from '../instrument/Instrument'
import { sourcesByName } from './resolveStandards'
import type {
  ParameterData,
  Source,
  SourcedValue,
  SourcesData,
  StandardsData,
  StandardsInForce,
} from './Standards'

/** Why a value is, or is not, the one that a project is judged by. */
export type StandardStanding =
  /** In force. `year`: it is that of the year in which the income window ends. */
  | { readonly kind: 'in_force'; readonly by: 'only' | 'year' | 'region' | 'year_and_region' }
  /** In force because the project chose it over the default. */
  | { readonly kind: 'chosen' }
  /** The default, put aside for an alternative. */
  | { readonly kind: 'put_aside' }
  | { readonly kind: 'other_year' }
  | { readonly kind: 'other_region' }
  /** Documented, and not chosen. */
  | { readonly kind: 'alternative' }

export interface ListedValue {
  readonly value: number | string
  readonly year: number | null
  readonly region: string | null
  readonly note: Text | null
  readonly source: Source
  readonly standing: StandardStanding
}

export interface ListedParameter {
  readonly name: string
  readonly label: Text
  readonly unit: Text
  /** Helps the assessor's eye; no rule reads it. */
  readonly isHelp: boolean
  readonly values: readonly ListedValue[]
}

/** Every dated value of an edition, and how each stands in a project. */
export function listStandards(
  edition: StandardsData,
  sources: SourcesData,
  standards: StandardsInForce,
): readonly ListedParameter[] {
  const sourceOf = sourcesByName(sources)
  return edition.parameters.map((parameter) => {
    const { name, label, unit, help = false, values, alternatives = [] } = parameter
    const listed = (each: SourcedValue, standing: StandardStanding): ListedValue => ({
      value: each.value,
      year: each.year ?? null,
      region: each.region ?? null,
      note: each.note ?? null,
      source: sourceOf(each.source),
      standing,
    })
    return {
      name,
      label,
      unit,
      isHelp: help,
      values: [
        ...values.map((each) => listed(each, standingOf(each, parameter, standards))),
        ...alternatives.map((each) =>
          listed(each, { kind: isChosen(each, parameter, standards) ? 'chosen' : 'alternative' }),
        ),
      ],
    }
  })
}

function standingOf(
  each: SourcedValue,
  parameter: ParameterData,
  standards: StandardsInForce,
): StandardStanding {
  const lineYear = Number(standards.incomeWindow.to.slice(0, 4))
  if (each.year !== undefined && each.year !== lineYear) return { kind: 'other_year' }
  const inForce = standards.parameters.get(parameter.name)
  if (inForce?.isChosen === true) return { kind: 'put_aside' }
  if (inForce === undefined || each.region !== inForce.region) return { kind: 'other_region' }
  if (each.year !== undefined)
    return { kind: 'in_force', by: each.region === undefined ? 'year' : 'year_and_region' }
  return { kind: 'in_force', by: each.region === undefined ? 'only' : 'region' }
}

function isChosen(
  { value }: SourcedValue,
  { name }: ParameterData,
  { parameters }: StandardsInForce,
): boolean {
  const inForce = parameters.get(name)
  return inForce?.isChosen === true && inForce.value === value
}
