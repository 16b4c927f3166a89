import type { MemberInstance } from '../../../domain/interview/Interview'
import { choiceOf } from '../../../domain/interview/Interview'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { answerText } from '../../texts/describeBecause'
import { shownId, type HouseholdList, type ReviewTerms } from '../WorkbookInput'
import type { WorkbookCell } from '../WorkbookSheet'

/** One row a person: as interviewed, else as on the roster. */
export function memberList(terms: ReviewTerms): HouseholdList {
  const header = (name: string): string => terms.texts.term('columns', name)
  return {
    sheet: 'members',
    columns: [
      { header: header('household'), width: 22, kind: 'text' },
      { header: header('village'), width: 14, kind: 'text' },
      { header: header('member'), width: 24, kind: 'text' },
      { header: header('name'), width: 12, kind: 'text' },
      { header: header('idNumber'), width: 24, kind: 'text' },
      { header: header('relation'), width: 12, kind: 'text' },
      { header: header('sex'), width: 8, kind: 'text' },
      { header: header('birthDate'), width: 12, kind: 'date' },
      { header: header('age'), width: 8, kind: 'integer' },
      { header: header('present'), width: 10, kind: 'text' },
      { header: header('sharesIncome'), width: 10, kind: 'text' },
      { header: header('health'), width: 18, kind: 'text' },
      { header: header('laborAbility'), width: 16, kind: 'text' },
    ],
    rowsOf: ({ assessment }) =>
      assessment.interview.members.map((member) => memberRow(member, assessment, terms)),
  }
}

function memberRow(
  member: MemberInstance,
  { household, interview, labels }: HouseholdAssessment,
  { texts, isIdInFull }: ReviewTerms,
): readonly WorkbookCell[] {
  const roster = household.members.find(({ id }) => id === member.id)
  const { facts } = member
  const word = (value: string | readonly string[] | null | undefined, question: string): string | null =>
    value === null || value === undefined || value.length === 0
      ? null
      : answerText(value, question, interview.instrument, texts)
  const yesNo = (holds: boolean): string => texts.term('marks', holds ? 'yes' : 'no')
  return [
    household.id,
    household.village,
    labels.get(member.id) ?? member.id,
    facts.name,
    shownId(choiceOf(interview, member, 'id_number') ?? roster?.idNumber ?? null, isIdInFull),
    word(choiceOf(interview, member, 'relation') ?? roster?.relation, 'relation'),
    word(choiceOf(interview, member, 'sex') ?? roster?.sex, 'sex'),
    facts.birthDate,
    facts.age,
    yesNo(facts.isPresent),
    yesNo(facts.countsInEconomy),
    word(facts.health, 'health'),
    word(facts.laborAbility, 'labor_ability'),
  ]
}
