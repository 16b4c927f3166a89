import type { Problem } from '../shared/Problem'
import { refusals, success, type Result } from '../shared/Result'
import type { RosterMember } from '../roster/Roster'
import { checkFixedValues } from './checkFixedValues'
import { checkRoles } from './checkRoles'
import type { Evaluate } from './compileExpression'
import { compileSource, type ExpressionOwner } from './compileSource'
import type { Expression } from './Expression'
import { findCycle } from './findCycle'
import { indexNames } from './indexNames'
import type { NameIndex } from './indexNames'
import type { CheckData, GroupData, InstrumentData, QuestionData, Scope } from './Instrument'
import { referencesOf } from './referencesOf'
import { repeatsOf, type Repeats } from './Repeats'
import type { Roles } from './Roles'

/** A checked instrument, with its expressions compiled. */
export interface Instrument {
  readonly data: InstrumentData
  readonly names: NameIndex
  readonly repeats: Repeats
  /** What its questions are for, as far as the engine must know. */
  readonly roles: Roles
  /** The question that asks for a fact that the roster may know of a member. */
  readonly prefilled: ReadonlyMap<keyof RosterMember, string>
  /** Questions and calculations so that everything an expression reads comes before it. */
  readonly steps: readonly Step[]
  readonly questions: ReadonlyMap<string, Question>
  readonly checks: readonly Check[]
  /** Conditions on which a group stands elsewhere, by its name. */
  readonly placements: ReadonlyMap<string, Evaluate>
  /** Condition on which a group of lines is asked at all, by its name. */
  readonly openings: ReadonlyMap<string, Evaluate>
}

export interface Question {
  readonly data: QuestionData
  readonly group: GroupData
  readonly scope: Scope
  readonly slot: number
  /** Both the group's condition and the question's own; absent when always asked. */
  readonly relevant: readonly Evaluate[]
  readonly constraint: Evaluate | null
  /** Conditions of choices, by choice name. */
  readonly choiceRelevant: ReadonlyMap<string, Evaluate>
}

export type Step =
  | { readonly kind: 'question'; readonly scope: Scope; readonly slot: number; readonly question: Question }
  | {
      readonly kind: 'calculation'
      readonly scope: Scope
      readonly slot: number
      readonly evaluate: Evaluate
    }

export interface Check {
  readonly data: CheckData
  readonly when: Evaluate
}

/** The instrument ready for use, or everything that is wrong with it: unreadable expressions, unknown names, types, cycles. */
export function loadInstrument(data: InstrumentData): Result<Instrument> {
  const names = indexNames(data)
  const repeats = repeatsOf(data.repeats)
  const problems: Problem[] = [...names.problems, ...repeatProblems(data)]
  const reads = new Map<string, Set<string>>()

  function compile(source: string, owner: ExpressionOwner): Evaluate | null {
    const compiled = compileSource(source, owner, names)
    if ('code' in compiled) {
      problems.push(compiled)
      return null
    }
    note(owner.name, compiled.tree)
    return compiled.evaluate
  }

  function note(owner: string, tree: Expression): void {
    const known = reads.get(owner) ?? new Set<string>()
    for (const name of referencesOf(tree)) known.add(name)
    reads.set(owner, known)
  }

  const boolean = { self: null, wants: 'boolean' } as const
  const never: Evaluate = () => undefined
  const steps = new Map<string, Step>()
  const placements = new Map<string, Evaluate>()
  const openings = new Map<string, Evaluate>()

  for (const { name, scope, type, calculation } of data.calculations) {
    const evaluate = compile(calculation, { name, scope, self: null, wants: type }) ?? never
    steps.set(name, { kind: 'calculation', scope, slot: names.slotOf(name), evaluate })
  }
  for (const group of data.groups) {
    const { scope } = group
    if (group.after !== undefined) {
      const owner = { name: `group ${group.name}`, scope: 'household', ...boolean } as const
      placements.set(group.name, compile(group.after.when, owner) ?? never)
    }
    if (scope === repeats.hand && group.relevant !== undefined) {
      // Known before there is any line: a condition on the household.
      const owner = { name: `group ${group.name}`, scope: 'household', ...boolean } as const
      openings.set(group.name, compile(group.relevant, owner) ?? never)
    }
    for (const question of group.questions) {
      const { name } = question
      const self = names.find(name)?.valueType ?? null
      if (question.calculatedBy !== undefined && names.find(question.calculatedBy) === undefined)
        problems.push(unknownName(name, question.calculatedBy))
      const conditions = [group.relevant, question.relevant].filter((each) => each !== undefined)
      const choices = question.choices === undefined ? [] : (data.choices[question.choices] ?? [])
      const compiled: Question = {
        data: question,
        group,
        scope,
        slot: names.slotOf(name),
        relevant: conditions.map((source) => compile(source, { name, scope, ...boolean }) ?? never),
        constraint:
          question.constraint === undefined
            ? null
            : compile(question.constraint, { name: `constraint ${name}`, scope, self, wants: 'boolean' }),
        choiceRelevant: new Map(
          choices.flatMap((choice) =>
            choice.relevant === undefined
              ? []
              : [
                  [
                    choice.name,
                    compile(choice.relevant, { name: `choice ${name}`, scope, ...boolean }) ?? never,
                  ] as const,
                ],
          ),
        ),
      }
      const asksOnlyItself = (reads.get(`constraint ${name}`)?.size ?? 0) === 0
      const range = asksOnlyItself ? compiled.constraint : null
      problems.push(...checkFixedValues(question, scope === repeats.roster, names, range))
      steps.set(name, { kind: 'question', scope, slot: compiled.slot, question: compiled })
    }
  }
  const checks = data.checks.map((check) => {
    for (const name of check.questions) {
      if (!steps.has(name)) problems.push(unknownName(`check ${check.name}`, name))
    }
    return {
      data: check,
      when: compile(check.when, { name: `check ${check.name}`, scope: check.scope, ...boolean }) ?? never,
    }
  })

  const { order, cycle } = findCycle([...steps.keys()], (name) => [...(reads.get(name) ?? [])])
  if (cycle !== null) {
    const path = cycle.join(' → ')
    problems.push({
      code: 'expression_cycle',
      severity: 'error',
      place: { question: cycle[0] as string },
      value: path,
    })
  }
  problems.push(...checkRoles(data, repeats, names))
  if (problems.length > 0) return refusals(problems)

  const ordered = order.map((name) => steps.get(name) as Step)
  const questions = new Map(
    ordered.flatMap((step) => (step.kind === 'question' ? [[step.question.data.name, step.question]] : [])),
  )
  const prefilled = new Map(
    [...questions.values()].flatMap(({ data: { name, prefill } }) =>
      prefill === undefined ? [] : [[prefill as keyof RosterMember, name] as const],
    ),
  )
  const { roles } = data
  return success({
    data,
    names,
    repeats,
    roles,
    prefilled,
    steps: ordered,
    questions,
    checks,
    placements,
    openings,
  })
}

/** A repeat that is called like the household or another one, or has another one's source. */
function repeatProblems({ repeats }: InstrumentData): readonly Problem[] {
  return repeats.flatMap(({ name, source }, index) => {
    const earlier = repeats.slice(0, index)
    const isDouble = earlier.some((each) => each.name === name || each.source === source)
    if (name !== 'household' && !isDouble) return []
    return [{ code: 'instrument_double_name', severity: 'error', place: { question: name }, value: name }]
  })
}

function unknownName(owner: string, name: string): Problem {
  return {
    code: 'expression_unknown_name',
    severity: 'error',
    place: { question: owner },
    value: name,
    details: { at: 1, detail: name, expression: name },
  }
}
