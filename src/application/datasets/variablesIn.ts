import type { TermOf } from '../texts/Texts'
import type { Code, DataCell, VariableOf, VariableType } from './Dataset'
import { bothOf, type DataTerms } from './DataTerms'

/** Makes variables of one origin, each with the texts' word for its name as label. */
export function variablesIn<Row>({ texts }: DataTerms, origin: TermOf<'dataOrigins'>) {
  return (
    name: TermOf<'variables'>,
    type: VariableType,
    value: (row: Row) => DataCell,
    codes?: readonly Code[],
  ): VariableOf<Row> => ({
    name,
    label: bothOf(texts, 'variables', name),
    type,
    origin,
    ...(codes !== undefined && { codes }),
    value,
  })
}
