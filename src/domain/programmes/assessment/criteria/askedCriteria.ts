import { answerTo, instancesOf, type Interview } from '../../../interview/Interview'
import { CRITERIA, type Criterion } from './Criterion'

/**
 * The criteria of which something was asked: an answer stands in the group of questions that has the criterion's name. Answers
 * about members that other groups ask for (health, date of birth) are no beginning of it.
 */
export function askedCriteria(interview: Interview): ReadonlySet<Criterion> {
  return new Set(CRITERIA.filter((criterion) => isAsked(interview, criterion)))
}

function isAsked(interview: Interview, criterion: Criterion): boolean {
  const group = interview.instrument.data.groups.find(({ name }) => name === criterion)
  if (group === undefined) return false
  return instancesOf(interview, group.scope).some((instance) =>
    group.questions.some(({ name }) => answerTo(interview, instance, name) !== undefined),
  )
}
