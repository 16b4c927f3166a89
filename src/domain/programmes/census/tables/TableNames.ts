import { NO_REPEATS, type Frame, type Value } from '../../../instrument/compileExpression'
import { indexNames, type IndexedName } from '../../../instrument/indexNames'
import type { InputData, Scope, Text } from '../../../instrument/Instrument'
import type { Instrument } from '../../../instrument/loadInstrument'
import type { AreaAnswers, AreaForm } from '../AreaForm'
import type { CodeLabel } from './CompiledTable'

/** The names that a table's expressions may use, by the form that its cases answered. */
export interface TableNames {
  readonly scope: Scope
  find(name: string): IndexedName | undefined
  offers(list: string, choice: string): boolean
  /** The choices of a list. */
  codesOf(list: string): readonly CodeLabel[]
  labelOf(question: string): Text | undefined
}

/** Those of the household form, seen from the household or from a member. */
export function householdNames({ names, data, questions }: Instrument, scope: Scope): TableNames {
  return {
    scope,
    find: (name) => names.find(name),
    offers: (list, choice) => names.offers(list, choice),
    codesOf: (list) => (data.choices[list] ?? []).map(({ name, label }) => ({ code: name, label })),
    labelOf: (question) => questions.get(question)?.data.label,
  }
}

/** Those of a village's or the county's form: its questions, and behind them names of further numbers. */
export function areaNames(form: AreaForm, numbers: readonly string[] = []): TableNames {
  const names = areaIndex(form, numbers)
  return {
    scope: 'household',
    find: (name) => names.find(name),
    offers: (list, choice) => names.offers(list, choice),
    codesOf: (list) => (form.choices[list] ?? []).map(({ name, label }) => ({ code: name, label })),
    labelOf: (question) => form.questions.find(({ name }) => name === question)?.label,
  }
}

/** What an expression over an area's form sees; `numbers`: those of the names behind its questions. */
export function areaFrame(
  { questions }: Pick<AreaForm, 'questions'>,
  answers: AreaAnswers,
  numbers: readonly number[] = [],
): Frame {
  const values = [...questions.map(({ name }): Value => answers[name] ?? undefined), ...numbers]
  return { household: values, own: values, repeats: NO_REPEATS, self: undefined }
}

/** An area's form asks everything once, as a household does: its questions have slots in their order. */
function areaIndex({ choices, questions }: AreaForm, numbers: readonly string[]) {
  const asked = questions.map(({ name, type, choices: list }): InputData => {
    return { name, scope: 'household', type, ...(list !== undefined && { choices: list }) }
  })
  const counted = numbers.map((name): InputData => ({ name, scope: 'household', type: 'decimal' }))
  return indexNames({
    repeats: [],
    inputs: [...asked, ...counted],
    calculations: [],
    groups: [],
    choices,
  })
}
