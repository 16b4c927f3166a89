import { bracketed } from '../texts/bracketed'
import { answerText } from '../texts/describeBecause'
import type { Texts } from '../texts/Texts'
import { makeNameOf } from '../workbook/WorkbookInput'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { isWordless } from '../../domain/instrument/Instrument'
import { instancesOf, stateOf } from '../../domain/interview/Interview'
import { groupBy } from '../../domain/shared/groupBy'

/** A group of the form as the household answered it. */
export interface AnsweredGroup {
  readonly name: string
  readonly label: string
  readonly answers: readonly AnsweredQuestion[]
}

export interface AnsweredQuestion {
  readonly question: string
  readonly label: string
  /** Of a question about members, those who have the same answer stand together. */
  readonly texts: readonly string[]
}

/** What the household answered, group by group in the form's order; what does not apply, or is not answered, is left out. */
export function returnAnswers(assessment: HouseholdAssessment, texts: Texts): readonly AnsweredGroup[] {
  const { interview } = assessment
  const { instrument } = interview
  return instrument.data.groups.flatMap((group): readonly AnsweredGroup[] => {
    const answers = group.questions.flatMap(({ name, label, type }): readonly AnsweredQuestion[] => {
      if (isWordless(type)) return []
      const said = textsOf(assessment, name, texts)
      return said.length === 0 ? [] : [{ question: name, label: label[texts.language], texts: said }]
    })
    return answers.length === 0 ? [] : [{ name: group.name, label: group.label[texts.language], answers }]
  })
}

function textsOf(assessment: HouseholdAssessment, question: string, texts: Texts): readonly string[] {
  const { interview } = assessment
  const { instrument } = interview
  const scope = instrument.questions.get(question)?.scope ?? ''
  const nameOf = makeNameOf(assessment, texts)
  const isMember = (value: unknown) => interview.members.some(({ id }) => id === value)
  const said = instancesOf(interview, scope).flatMap((instance) => {
    const state = stateOf(interview, instance, question)
    if (state.state !== 'answered') return []
    const values = [state.answer.value].flat() as readonly unknown[]
    const words = values.every(isMember)
      ? values.map((member) => nameOf({ member: String(member) })).join('、')
      : answerText(state.answer.value as never, question, instrument, texts)
    return [{ words, who: instance.list === 'members' ? nameOf({ member: instance.id }) : null }]
  })
  return [...groupBy(said, ({ words }) => words)].map(([words, own]) => {
    const names = own.flatMap(({ who }) => who ?? [])
    return names.length === 0 ? words : `${words}${bracketed(names.join('、'), texts)}`
  })
}
