import type { Problem } from '../shared/Problem'
import type { Slot } from './compileExpression'
import type { InputData, InstrumentData, QuestionData, Scope } from './Instrument'
import type { ValueType } from './typeOfExpression'

export interface IndexedName extends Slot {
  readonly valueType: ValueType
}

/** Every name of a form with its type and its slot, and the choices each list offers. */
export interface NameIndex {
  readonly problems: readonly Problem[]
  /** Number of slots an instance of each scope needs. */
  readonly sizes: Readonly<Record<Scope, number>>
  find(name: string): IndexedName | undefined
  /** Slot of a name that exists. */
  slotOf(name: string): number
  offers(list: string, choice: string): boolean
}

/** The parts of a form that have names. */
type NamedData = Pick<InstrumentData, 'repeats' | 'inputs' | 'calculations' | 'groups' | 'choices'>

const MEMBER_LIST = 'members'

/** Gives every input, calculation and question a slot in its scope; reports double names and unknown choice lists. */
export function indexNames(data: NamedData): NameIndex {
  const index = new Map<string, IndexedName>()
  const sizes: Record<Scope, number> = { household: 0 }
  for (const { name } of data.repeats) sizes[name] = 0
  const problems: Problem[] = []
  const offered = new Map(
    Object.entries(data.choices).map(([list, choices]) => [list, new Set(choices.map(({ name }) => name))]),
  )

  function add(name: string, scope: Scope, valueType: ValueType): void {
    if (index.has(name))
      problems.push({
        code: 'instrument_double_name',
        severity: 'error',
        place: { question: name },
        value: name,
      })
    if ('list' in valueType && valueType.list !== MEMBER_LIST && !offered.has(valueType.list)) {
      problems.push({
        code: 'instrument_unknown_list',
        severity: 'error',
        place: { question: name },
        value: valueType.list,
      })
    }
    const slot = sizes[scope]
    if (slot === undefined) problems.push(unknownScope(name, scope))
    sizes[scope] = (slot ?? 0) + 1
    index.set(name, { scope, slot: slot ?? 0, valueType })
  }

  for (const input of data.inputs) add(input.name, input.scope, valueTypeOf(input))
  for (const calculation of data.calculations) {
    add(calculation.name, calculation.scope, { type: calculation.type })
  }
  for (const group of data.groups) {
    for (const question of group.questions) add(question.name, group.scope, valueTypeOf(question))
  }

  return {
    problems,
    sizes,
    find: (name) => index.get(name),
    slotOf: (name) => (index.get(name) as IndexedName).slot,
    offers: (list, choice) => list === MEMBER_LIST || offered.get(list)?.has(choice) === true,
  }
}

function unknownScope(name: string, scope: Scope): Problem {
  return { code: 'instrument_unknown_scope', severity: 'error', place: { question: name }, value: scope }
}

function valueTypeOf({ type, choices }: InputData | QuestionData): ValueType {
  switch (type) {
    case 'integer':
    case 'decimal':
      return { type: 'number' }
    case 'date':
      return { type: 'date' }
    case 'text':
    case 'image':
    case 'audio':
    case 'signature':
      return { type: 'text' }
    case 'select_one':
      return { type: 'choice', list: choices ?? '' }
    case 'select_multiple':
      return { type: 'choices', list: choices ?? '' }
    case 'select_one_member':
      return { type: 'choice', list: MEMBER_LIST }
    case 'select_multiple_members':
      return { type: 'choices', list: MEMBER_LIST }
  }
}
