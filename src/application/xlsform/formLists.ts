import type { ChoiceData, Scope } from '../../domain/instrument/Instrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { EVIDENCE_KINDS } from '../../domain/shared/Evidence'
import type { FormContext } from './FormContext'
import type { FormList } from './FormModel'
import { FORM_NAMES } from './formNames'

/** In `offered`: on no condition. */
const ALWAYS = 'always'

/** The lists of choices that the questions and inputs of an instrument use, and those of a form's own fields. */
export function formLists({ instrument, terms }: FormContext): readonly FormList[] {
  const own = usedLists(instrument).map((name) => {
    const choices = instrument.data.choices[name] ?? []
    const conditions = conditionsOf(choices)
    return {
      name,
      choices: choices.map((choice) => ({
        name: choice.name,
        label: choice.plain ?? choice.label,
        ...(conditions.length > 0 && { offered: offeredOf(choice, conditions) }),
      })),
    }
  })
  const kinds = EVIDENCE_KINDS.filter((kind) => kind !== 'registry')
  return [
    ...own,
    {
      name: FORM_NAMES.evidenceList,
      choices: kinds.map((kind) => ({ name: kind, label: terms('evidence', kind) })),
    },
    {
      name: FORM_NAMES.otherList,
      choices: [{ name: 'other', label: terms('formLabels', 'somebody_else') }],
    },
  ]
}

/** Which choices of a list a question offers, as a condition on each choice; undefined where it offers all. */
export function choiceFilter(list: string, scope: Scope, context: FormContext): string | undefined {
  const conditions = conditionsOf(context.instrument.data.choices[list] ?? [])
  if (conditions.length === 0) return undefined
  const parts = conditions.map(
    (condition, index) => `(offered = '${codeOf(index)}' and (${context.xpath(condition, scope)}))`,
  )
  return [`offered = '${ALWAYS}'`, ...parts].join(' or ')
}

function usedLists({ questions, data }: Instrument): readonly string[] {
  const asked = [...questions.values()].map((question) => question.data.choices)
  const inputs = data.inputs.filter(({ scope }) => scope === 'household').map(({ choices }) => choices)
  const used = new Set([...inputs, ...asked])
  return Object.keys(data.choices).filter((name) => used.has(name))
}

function conditionsOf(choices: readonly ChoiceData[]): readonly string[] {
  return [...new Set(choices.flatMap(({ relevant }) => (relevant === undefined ? [] : [relevant])))]
}

function offeredOf({ relevant }: ChoiceData, conditions: readonly string[]): string {
  return relevant === undefined ? ALWAYS : codeOf(conditions.indexOf(relevant))
}

function codeOf(condition: number): string {
  return `when_${condition + 1}`
}
