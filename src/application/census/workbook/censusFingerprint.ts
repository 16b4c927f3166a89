import { isWordless } from '../../../domain/instrument/Instrument'
import { answerTo, type Instance, type Interview } from '../../../domain/interview/Interview'
import { rowFingerprint, shortHash, type KnownHousehold } from '../../workbook/review/rowFingerprint'

/** Which household it is, and what it answered: see `rowFingerprint`. Comments, notes and how an answer is known do not matter. */
export function censusFingerprint(household: KnownHousehold, interview: Interview): string {
  const instances = [interview.household, ...[...interview.repeats.values()].flat()]
  return rowFingerprint(
    household,
    shortHash(instances.map((instance) => [instance.id, answersIn(interview, instance)])),
  )
}

function answersIn(interview: Interview, instance: Instance): readonly unknown[] {
  const asked = [...interview.instrument.questions.values()].filter(
    ({ scope, data }) => scope === instance.scope && !isWordless(data.type) && data.name !== NOTE,
  )
  return asked.flatMap(({ data: { name } }) => {
    const answer = answerTo(interview, instance, name)
    return answer === undefined ? [] : [[name, answer.value]]
  })
}

/** A remark of the enumerator, not of the household. */
const NOTE = 'note'
