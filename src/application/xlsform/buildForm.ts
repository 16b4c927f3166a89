import type { GroupData, Scope } from '../../domain/instrument/Instrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { parseExpression } from '../../domain/instrument/parseExpression'
import { referencesOf } from '../../domain/instrument/referencesOf'
import type { Texts } from '../texts/Texts'
import { formContext, type FormContext } from './FormContext'
import { formInputs, type FormInputs, type GivenInputs } from './formInputs'
import { formLists } from './formLists'
import type { FormField, FormGroup, FormItem, FormModel } from './FormModel'
import { CHOICE_SEPARATOR, FORM_NAMES } from './formNames'
import { termsIn } from './formTexts'
import { questionFields } from './questionFields'
import { summandOf } from './xpathOf'

/**
 * An instrument as a form that ODK and KoboToolbox collect with: the same questions, choices, conditions and checks. What repeats
 * is asked in one repeat, where its first group stands; all its groups are in that.
 */
export function buildForm(instrument: Instrument, given: GivenInputs, texts: Texts): FormModel {
  const terms = termsIn(texts)
  const inputs = formInputs(instrument, given, terms)
  const context = formContext(instrument, terms, inputs.definitions)
  const { data } = instrument
  return {
    id: data.id,
    version: data.version,
    title: terms('formLabels', 'title'),
    instanceName: `concat(\${${FORM_NAMES.household}}, ' ', \${${FORM_NAMES.assessor}})`,
    lists: formLists(context),
    items: [
      metadata(FORM_NAMES.start),
      metadata(FORM_NAMES.end),
      identityGroup(inputs, context),
      ...calculationFields('household', context),
      ...placedGroups(context, inputs),
    ],
  }
}

function metadata(name: 'start' | 'end'): FormField {
  return { kind: 'field', type: name, name }
}

function identityGroup({ household }: FormInputs, { terms }: FormContext): FormGroup {
  const key: FormField = {
    kind: 'field',
    type: 'text',
    name: FORM_NAMES.household,
    label: terms('formLabels', FORM_NAMES.household),
    hint: terms('formHints', FORM_NAMES.household),
    required: true,
    ...isKey(terms),
  }
  const assessor: FormField = {
    kind: 'field',
    type: 'text',
    name: FORM_NAMES.assessor,
    label: terms('formLabels', FORM_NAMES.assessor),
    required: true,
  }
  const label = terms('formLabels', FORM_NAMES.identity)
  return { kind: 'group', name: FORM_NAMES.identity, label, items: [key, assessor, ...household] }
}

function isKey(terms: FormContext['terms']): Pick<FormField, 'constraint' | 'constraintMessage'> {
  return { constraint: "regex(., '^[^ ]+$')", constraintMessage: terms('formMessages', 'key') }
}

/** The groups in their order; those of a repeat all together, where its first one stands. */
function placedGroups(context: FormContext, inputs: FormInputs): readonly FormItem[] {
  const { groups } = context.instrument.data
  const begun = new Set<Scope>()
  return groups.flatMap((group): readonly FormItem[] => {
    const { scope } = group
    if (scope === 'household') return [groupOf(group, context)]
    if (begun.has(scope)) return []
    begun.add(scope)
    const own = groups.filter((each) => each.scope === scope)
    return [repeatOf(group, own, context, inputs)]
  })
}

function repeatOf(
  first: GroupData,
  groups: readonly GroupData[],
  context: FormContext,
  inputs: FormInputs,
): FormGroup {
  const { instrument } = context
  const { scope } = first
  const isRoster = scope === instrument.repeats.roster
  return {
    kind: 'repeat',
    name: scope,
    label: first.label,
    ...repeatRelevance(first, context),
    items: [
      ...(isRoster ? memberFields(context) : []),
      ...groups.map((group) => groupOf(group, context)),
      ...(isRoster ? inputs.member : []),
      ...calculationFields(scope, context),
    ],
  }
}

/** Asked at all, as far as that is known before there is any instance. */
function repeatRelevance({ relevant, scope }: GroupData, context: FormContext): Pick<FormGroup, 'relevant'> {
  if (relevant === undefined) return {}
  const { names, repeats } = context.instrument
  const isKnown = referencesOf(parseExpression(relevant)).every((name) => names.find(name)?.scope !== scope)
  return isKnown || scope === repeats.hand ? { relevant: context.xpath(relevant, 'household') } : {}
}

/** Who a member is, and the member as others are asked about: `key_name`, empty for somebody who is gone. */
function memberFields({ instrument, terms }: FormContext): readonly FormField[] {
  const name = instrument.prefilled.get('name')
  const status = `\${${instrument.roles.memberStatus}}`
  const key = `\${${FORM_NAMES.member}}`
  const shown =
    name === undefined ? key : `concat(${key}, '${CHOICE_SEPARATOR}', translate(\${${name}}, ' \u3000', ''))`
  return [
    {
      kind: 'field',
      type: 'text',
      name: FORM_NAMES.member,
      label: terms('formLabels', FORM_NAMES.member),
      hint: terms('formHints', FORM_NAMES.member),
      required: true,
      ...isKey(terms),
    },
    {
      kind: 'field',
      type: 'calculate',
      name: FORM_NAMES.memberChoice,
      calculation: `if(${key} != '' and ${status} != 'left' and ${status} != 'died', ${shown}, '')`,
    },
  ]
}

function groupOf(group: GroupData, context: FormContext): FormGroup {
  const { instrument } = context
  const { name, label, scope, relevant } = group
  const isOfRepeat = relevant === undefined || scope === instrument.repeats.hand
  return {
    kind: 'group',
    name: groupName(name, instrument),
    label,
    ...(!isOfRepeat && { relevant: context.xpath(relevant, scope) }),
    items: group.questions.flatMap(({ name: question }) => {
      const asked = instrument.questions.get(question)
      return asked === undefined ? [] : questionFields(asked, context)
    }),
  }
}

/** Converters know all parts of a form by name: no group may be called like a question or a repeat. */
function groupName(name: string, { names, repeats }: Instrument): string {
  const isTaken = names.find(name) !== undefined || name === repeats.roster || name === repeats.hand
  return isTaken ? `${name}_group` : name
}

function calculationFields(scope: Scope, context: FormContext): readonly FormField[] {
  const { data } = context.instrument
  const own = data.calculations.filter((each) => each.scope === scope)
  const summed = [...summedNames(context.instrument)].filter((name) => {
    const found = context.instrument.names.find(name)
    return found?.scope === scope
  })
  return [
    ...own.map(({ name, calculation }) => calculate(name, context.calculation(calculation, scope))),
    ...summed.map((name) => calculate(summandOf(name), `if(\${${name}} != '', \${${name}}, 0)`)),
  ]
}

function summedNames({ data }: Instrument): ReadonlySet<string> {
  const sources = [
    ...data.calculations.map(({ calculation }) => calculation),
    ...data.checks.map(({ when }) => when),
    ...data.groups.flatMap((group) => [
      group.relevant,
      ...group.questions.flatMap(({ relevant, constraint }) => [relevant, constraint]),
    ]),
  ]
  return new Set(sources.flatMap((source) => (source === undefined ? [] : summedIn(parseExpression(source)))))
}

function summedIn(tree: ReturnType<typeof parseExpression>): readonly string[] {
  if (tree.kind === 'binary') return [...summedIn(tree.left), ...summedIn(tree.right)]
  if (tree.kind !== 'call') return []
  return tree.name === 'sum' ? referencesOf(tree) : tree.arguments.flatMap(summedIn)
}

function calculate(name: string, calculation: string): FormField {
  return { kind: 'field', type: 'calculate', name, calculation }
}
