import type { MemberInstance } from '../../../domain/interview/Interview'
import { choiceOf } from '../../../domain/interview/Interview'
import { isMadeKey } from '../../../domain/roster/isMadeKey'
import type { RosterMember } from '../../../domain/roster/Roster'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import { listOf, type HouseholdList } from '../HouseholdList'
import { shownId, type ReviewTerms } from '../WorkbookInput'

interface MemberRow {
  readonly assessment: HouseholdAssessment
  readonly member: MemberInstance
  /** The same on the roster. */
  readonly listed: RosterMember | undefined
}

/** A member's own number; none where the list has none, and a key was made. */
function registerNumber(id: string): string | null {
  return isMadeKey(id) ? null : id
}

/** One row a person: as interviewed, else as on the roster. */
export function memberList({ texts, isIdInFull }: ReviewTerms): HouseholdList {
  const column = columnsIn<MemberRow>(texts)
  const said = ({ assessment, member }: MemberRow, question: string) =>
    choiceOf(assessment.interview, member, question)
  const word = (
    value: string | readonly string[] | null | undefined,
    question: string,
    { assessment }: MemberRow,
  ): string | null =>
    value === null || value === undefined || value.length === 0
      ? null
      : answerText(value, question, assessment.interview.instrument, texts)
  const yesNo = (holds: boolean): string => texts.term('marks', holds ? 'yes' : 'no')
  return listOf({
    key: 'members',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('village', 14, 'text', ({ assessment }) => assessment.household.village),
      column(
        'member',
        24,
        'text',
        ({ assessment, member }) => assessment.labels.get(member.id) ?? registerNumber(member.id),
      ),
      column('name', 12, 'text', ({ member }) => member.facts.name),
      column('idNumber', 24, 'text', (row) =>
        shownId(said(row, 'id_number') ?? row.listed?.idNumber ?? null, isIdInFull),
      ),
      column('relation', 12, 'text', (row) =>
        word(said(row, 'relation') ?? row.listed?.relation, 'relation', row),
      ),
      column('sex', 8, 'text', (row) => word(said(row, 'sex') ?? row.listed?.sex, 'sex', row)),
      column('birthDate', 12, 'date', ({ member }) => member.facts.birthDate),
      column('age', 8, 'integer', ({ member }) => member.facts.age),
      column('present', 10, 'text', ({ member }) => yesNo(member.facts.isPresent)),
      column('sharesIncome', 10, 'text', ({ member }) => yesNo(member.facts.countsInEconomy)),
      column('health', 18, 'text', (row) => word(row.member.facts.health, 'health', row)),
      column('laborAbility', 16, 'text', (row) => word(row.member.facts.laborAbility, 'labor_ability', row)),
    ],
    rowsOf: ({ assessment }) =>
      assessment.interview.members.map((member) => ({
        assessment,
        member,
        listed: assessment.household.members.find(({ id }) => id === member.id),
      })),
  })
}
