import type { CheckData, Text } from '../../domain/instrument/Instrument'
import type { Question } from '../../domain/instrument/loadInstrument'
import { parseExpression } from '../../domain/instrument/parseExpression'
import { referencesOf } from '../../domain/instrument/referencesOf'
import type { Expression } from '../../domain/instrument/Expression'
import type { FormContext } from './FormContext'
import type { FormField } from './FormModel'
import { reasonOf } from './formNames'
import { whenBroken, type Breach } from './whenBroken'

/** A condition with what is said where it holds. */
export interface Refusal {
  readonly when: Expression | true
  readonly message: Text
}

/** What the format of an ID number refuses already. */
const SAID_BY_FORMAT = 'id_fault'

/** The checks that a question comes first in: an error refuses its answer, or its lack. */
export function refusalsOf(
  question: Question,
  { instrument, definitions }: FormContext,
): { readonly empty: readonly Refusal[]; readonly answered: readonly Refusal[] } {
  const errors = checksOf(question, instrument.data.checks).filter(
    ({ tier, when }) => tier === 'error' && !referencesOf(parseExpression(when)).includes(SAID_BY_FORMAT),
  )
  const broken = errors.map(({ when, message }) => ({
    ...whenBroken(parseExpression(when), question.data.name, definitions),
    message,
  }))
  return {
    empty: broken.flatMap(({ empty, message }) => refusal(empty, message)),
    answered: broken.flatMap(({ answered, message }) => refusal(answered, message)),
  }
}

function refusal(when: Breach, message: Text): readonly Refusal[] {
  return when === false ? [] : [{ when, message }]
}

/** What follows a question: a reason to be given for every warning that it raises, and notes to read. */
export function checkFields(question: Question, context: FormContext): readonly FormField[] {
  return checksOf(question, context.instrument.data.checks).flatMap((check): FormField[] => {
    const relevant = context.xpath(check.when, check.scope)
    switch (check.tier) {
      case 'error':
        return []
      case 'warning':
        return [
          {
            kind: 'field',
            type: 'text',
            name: reasonOf(check),
            label: context.terms('formLabels', 'reason', { message: check.message }),
            relevant,
            required: true,
          },
        ]
      case 'note':
        return [{ kind: 'field', type: 'note', name: `note_${check.name}`, label: check.message, relevant }]
    }
  })
}

/** A check whose first question repeats otherwise than it does itself could not be asked there. */
function checksOf({ data, scope }: Question, checks: readonly CheckData[]): readonly CheckData[] {
  return checks.filter((check) => check.questions[0] === data.name && check.scope === scope)
}
