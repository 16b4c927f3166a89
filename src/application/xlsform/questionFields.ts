import type { Expression } from '../../domain/instrument/Expression'
import {
  isWordless,
  type QuestionData,
  type QuestionType,
  type Text,
} from '../../domain/instrument/Instrument'
import type { Question } from '../../domain/instrument/loadInstrument'
import { parseExpression } from '../../domain/instrument/parseExpression'
import { EVIDENCE_KINDS } from '../../domain/shared/Evidence'
import { checkFields, refusalsOf, type Refusal } from './checkFields'
import type { FormContext } from './FormContext'
import { choiceFilter } from './formLists'
import type { FieldType, FormField } from './FormModel'
import { asksEvidence, evidenceOf, FORM_NAMES, otherOf, scriptOf } from './formNames'
import { bothOf, joined } from './formTexts'
import { isIdNumberShaped } from './idFields'
import { rangeMessage } from './rangeMessage'

/** A question with all that goes with it: what is read out before, who else, how it is known, and what its checks ask. */
export function questionFields(question: Question, context: FormContext): readonly FormField[] {
  const { data, scope } = question
  const { terms } = context
  const own = data.relevant === undefined ? undefined : context.xpath(data.relevant, scope)
  const isRelevant = own === undefined ? {} : { relevant: own }
  const isMember = data.type === 'select_one_member'
  const fields: FormField[] = []
  if (data.script !== undefined)
    fields.push({ kind: 'field', type: 'note', name: scriptOf(data.name), label: data.script, ...isRelevant })
  if (isMember) {
    const label = terms('formLabels', 'other', { label: data.plain })
    const choices = { list: FORM_NAMES.otherList }
    fields.push({
      kind: 'field',
      type: 'select_one',
      name: otherOf(data.name),
      label,
      choices,
      ...isRelevant,
    })
  }
  const relevant = isMember ? allOf(own, `\${${otherOf(data.name)}} = ''`) : own
  fields.push({ ...questionField(question, context), ...(relevant !== undefined && { relevant }) })
  if (asksEvidence(data, isWordless)) fields.push(evidenceField(data, context))
  return [...fields, ...checkFields(question, context)]
}

function questionField(question: Question, context: FormContext): FormField {
  const { data, scope } = question
  const { name, type, choices } = data
  const filter = choices === undefined ? undefined : choiceFilter(choices, scope, context)
  const hint = hintOf(data, context)
  return {
    kind: 'field',
    type: FIELD_TYPES[type],
    name,
    label: data.plain,
    ...(hint !== null && { hint }),
    ...choicesOf(data),
    ...(filter !== undefined && { choiceFilter: filter }),
    ...requiredOf(question, context),
    ...constraintOf(question, context),
  }
}

const FIELD_TYPES: Readonly<Record<QuestionType, FieldType>> = {
  select_one: 'select_one',
  select_multiple: 'select_multiple',
  select_one_member: 'select_one',
  select_multiple_members: 'select_multiple',
  integer: 'integer',
  decimal: 'decimal',
  text: 'text',
  date: 'date',
  image: 'image',
  audio: 'audio',
  signature: 'signature',
}

function choicesOf({ type, choices }: QuestionData): Pick<FormField, 'choices'> {
  if (type === 'select_one_member' || type === 'select_multiple_members')
    return { choices: { field: FORM_NAMES.memberChoice } }
  return choices === undefined ? {} : { choices: { list: choices } }
}

/** The official term, what is taken where nothing is answered, and what most answer. */
function hintOf(data: QuestionData, { instrument, terms }: FormContext): Text | null {
  const sayChoice = (name: string): Text | string => {
    const choice = instrument.data.choices[data.choices ?? '']?.find((each) => each.name === name)
    return choice?.plain ?? choice?.label ?? name
  }
  const parts = [
    ...(data.label['zh-CN'] === data.plain['zh-CN'] ? [] : [data.label]),
    ...(data.hint === undefined ? [] : [data.hint]),
    ...(data.default === undefined
      ? []
      : [terms('formHints', 'default', { choice: sayChoice(data.default) })]),
    ...(data.quickFill === undefined
      ? []
      : [terms('formHints', 'quick_fill', { choice: sayChoice(data.quickFill) })]),
  ]
  return parts.length === 0
    ? null
    : joined(
        parts,
        bothOf((language) => (language === 'en' ? '. ' : '。')),
      )
}

function requiredOf(
  question: Question,
  context: FormContext,
): Pick<FormField, 'required' | 'requiredMessage'> {
  const { empty } = refusalsOf(question, context)
  if (empty.length === 0) return {}
  const isAlways = empty.some(({ when }) => when === true)
  const when = conditionsOf(empty).map((tree) => context.xpath(tree, question.scope))
  return { required: isAlways || anyOf(when), requiredMessage: messagesOf(empty, context) }
}

function constraintOf(
  question: Question,
  context: FormContext,
): Pick<FormField, 'constraint' | 'constraintMessage'> {
  const { data, scope } = question
  const self = context.instrument.names.find(data.name)?.valueType
  const { answered } = refusalsOf(question, context)
  const conditions: string[] = []
  const messages: Text[] = []
  if (data.constraint !== undefined) {
    conditions.push(context.xpath(data.constraint, scope, self))
    const own = data.constraintMessage ?? rangeMessage(parseExpression(data.constraint), context.terms)
    messages.push(own)
  }
  if (data.format === 'id_number') {
    conditions.push(isIdNumberShaped('.'))
    messages.push(context.terms('formMessages', 'id_number'))
  }
  for (const tree of conditionsOf(answered)) conditions.push(`not(${context.xpath(tree, scope, self)})`)
  messages.push(...answered.map(({ message }) => message))
  if (conditions.length === 0) return {}
  return { constraint: allOf(...conditions), constraintMessage: together(messages, context) }
}

function evidenceField(data: QuestionData, { terms }: FormContext): FormField {
  const offered = EVIDENCE_KINDS.filter((kind) => kind !== 'registry')
  const isAll = offered.every((kind) => data.evidence.includes(kind))
  const filter = data.evidence.map((kind) => `name = '${kind}'`).join(' or ')
  const isOther = data.type === 'select_one_member' ? ` or \${${otherOf(data.name)}} != ''` : ''
  return {
    kind: 'field',
    type: 'select_one',
    name: evidenceOf(data.name),
    label: terms('formLabels', 'evidence', { label: data.label }),
    choices: { list: FORM_NAMES.evidenceList },
    ...(!isAll && { choiceFilter: filter }),
    relevant: `\${${data.name}} != ''${isOther}`,
    isMinimal: true,
  }
}

function conditionsOf(refusals: readonly Refusal[]): readonly Expression[] {
  return refusals.flatMap(({ when }) => (when === true ? [] : [when]))
}

function messagesOf(refusals: readonly Refusal[], context: FormContext): Text {
  return together(
    refusals.map(({ message }) => message),
    context,
  )
}

function together(messages: readonly Text[], { terms }: FormContext): Text {
  return joined(messages, terms('formMessages', 'together'))
}

function allOf(...conditions: readonly (string | undefined)[]): string {
  const given = conditions.filter((each) => each !== undefined)
  return given.length === 1 ? (given[0] ?? '') : given.map((each) => `(${each})`).join(' and ')
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : conditions.map((each) => `(${each})`).join(' or ')
}
