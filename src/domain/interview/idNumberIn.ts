import { choiceOf, type Interview, type MemberInstance } from './Interview'

/** The ID number of a member: as answered, else as listed; null where there is none. */
export function idNumberIn(interview: Interview, member: MemberInstance): string | null {
  const question = interview.instrument.prefilled.get('idNumber')
  const answered = question === undefined ? undefined : choiceOf(interview, member, question)
  if (answered !== undefined) return answered
  return interview.roster.members.find(({ id }) => id === member.id)?.idNumber ?? null
}
