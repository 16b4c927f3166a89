import * as v from 'valibot'
import { additionalId, type AdditionalForm } from '../../domain/instrument/AdditionalForm'

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(20_000))
const words = v.strictObject({ 'zh-CN': text, en: text })
/** Of its own: nothing that the standard form has can be called so. */
const ownName = v.pipe(text, v.regex(/^x_[a-z0-9_]+$/))
const evidence = v.picklist(['respondent', 'other', 'document', 'observed'])

const question = v.strictObject({
  name: ownName,
  type: v.picklist(['select_one', 'select_multiple', 'integer', 'decimal', 'text', 'date', 'image', 'audio']),
  choices: v.exactOptional(ownName),
  label: words,
  script: v.exactOptional(words),
  plain: words,
  hint: v.exactOptional(words),
  serves: v.pipe(v.array(v.literal('additional')), v.readonly()),
  evidence: v.pipe(v.array(evidence), v.readonly()),
  defaultEvidence: evidence,
  optional: v.exactOptional(v.literal(true)),
  relevant: v.exactOptional(text),
  constraint: v.exactOptional(text),
  constraintMessage: v.exactOptional(words),
})

const group = v.strictObject({
  name: ownName,
  label: words,
  scope: text,
  relevant: text,
  questions: v.pipe(v.array(question), v.minLength(1), v.readonly()),
})

const choice = v.strictObject({ name: v.pipe(text, v.regex(/^\S+$/)), label: words })

const SHAPE = v.strictObject({
  id: v.pipe(text, v.regex(/^[0-9a-f]{12}$/)),
  title: words,
  choices: v.record(ownName, v.pipe(v.array(choice), v.minLength(1), v.readonly())),
  groups: v.pipe(v.array(group), v.minLength(1), v.readonly()),
})

/** Additional groups of a project as a change holds them. Their expressions are checked with the form (`withAdditional`). */
export const ADDITIONAL_FORM = v.custom<AdditionalForm>(isAdditionalForm)

function isAdditionalForm(value: unknown): boolean {
  return v.is(SHAPE, value) && additionalId(value as AdditionalForm) === value.id
}
