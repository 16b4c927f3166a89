import type { Expression } from '../../domain/instrument/Expression'
import type { Scope } from '../../domain/instrument/Instrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { parseExpression } from '../../domain/instrument/parseExpression'
import type { ValueType } from '../../domain/instrument/typeOfExpression'
import type { FormTerms } from './formTexts'
import type { Definitions } from './whenBroken'
import { calculationOf, xpathOf, type XPathContext } from './xpathOf'

/** What every part of a form is made with. */
export interface FormContext {
  readonly instrument: Instrument
  readonly terms: FormTerms
  /** What calculations and inputs are computed by, as far as it can be written out. */
  readonly definitions: Definitions
  /** A tree, or an expression of the instrument, in its place. */
  xpath(source: string | Expression, scope: Scope, self?: ValueType): string
  /** The same as the value of a calculation. */
  calculation(source: string, scope: Scope): string
}

export function formContext(
  instrument: Instrument,
  terms: FormTerms,
  inputs: ReadonlyMap<string, Expression>,
): FormContext {
  const { calculations } = instrument.data
  const own = calculations.map(({ name, calculation }) => [name, parseExpression(calculation)] as const)
  const isCalculation = (name: string): boolean => calculations.some((each) => each.name === name)
  const contextOf = (scope: Scope, self: ValueType | null): XPathContext => ({
    names: instrument.names,
    scope,
    self,
    isCalculation,
  })
  const treeOf = (source: string | Expression): Expression =>
    typeof source === 'string' ? parseExpression(source) : source
  return {
    instrument,
    terms,
    definitions: new Map([...own, ...inputs]),
    xpath: (source, scope, self) => xpathOf(treeOf(source), contextOf(scope, self ?? null)),
    calculation: (source, scope) => calculationOf(treeOf(source), contextOf(scope, null)),
  }
}
