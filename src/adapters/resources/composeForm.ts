import type { GroupData, InstrumentData } from '../../domain/instrument/Instrument'

/** A group of its own, or one of another form without some of its questions and with further ones behind them. */
export type ComposedGroup = GroupData | ExtendedGroup

interface ExtendedGroup extends Pick<GroupData, 'name' | 'questions'> {
  readonly base: { readonly version: string; readonly without: readonly string[] }
}

/** The file of a form that shares groups, choice lists and checks with another. */
export interface ComposedData extends Omit<InstrumentData, 'groups'> {
  readonly groups: readonly string[]
  /** Checks of the other form that hold here too, by name. */
  readonly baseChecks: readonly string[]
}

/** The whole form. A name that the other form lacks is a bug among the resources and throws. */
export function composeForm(
  { groups, baseChecks, ...form }: ComposedData,
  parts: readonly ComposedGroup[],
  base: InstrumentData,
): InstrumentData {
  return {
    ...form,
    choices: { ...base.choices, ...form.choices },
    groups: groups.map((name) => composeGroup(named(parts, name), base)),
    checks: [...baseChecks.map((name) => named(base.checks, name)), ...form.checks],
  }
}

function composeGroup(group: ComposedGroup, base: InstrumentData): GroupData {
  if (!('base' in group)) return group
  const { version, without } = group.base
  if (version !== base.version) throw new Error(`group ${group.name} is of form ${version}`)
  const shared = named(base.groups, group.name)
  const left = without.map((name) => named(shared.questions, name))
  const questions = shared.questions.filter((question) => !left.includes(question))
  return { ...shared, questions: [...questions, ...group.questions] }
}

function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const item = items.find((each) => each.name === name)
  if (item === undefined) throw new Error(`no ${name} to share`)
  return item
}
