import type { MemberInstance } from '../../../domain/interview/Interview'
import { choiceOf, outcomeIn } from '../../../domain/interview/Interview'
import { isMadeKey } from '../../../domain/roster/isMadeKey'
import type { RosterMember } from '../../../domain/roster/Roster'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn, type Cell, type CellType } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import { listOf, type HouseholdList, type HouseholdTable } from '../HouseholdList'
import { shownId, type ReviewTerms } from '../WorkbookInput'
import { writingOf, written, type Writing } from '../writings'

/** A member with the household's answers. */
export interface MemberRow {
  readonly assessment: HouseholdAssessment
  readonly member: MemberInstance
  /** The same on the roster. */
  readonly listed: RosterMember | undefined
  readonly isHidden: boolean
}

/** A member's own number; none where the list has none, and a key was made. */
function registerNumber(id: string): string | null {
  return isMadeKey(id) ? null : id
}

/** One row a person: as interviewed, else as on the roster, else why it is not known. */
export function memberList(terms: ReviewTerms): HouseholdList {
  return listOf(memberTable(terms))
}

/** The same as a table, for lists that tell more or less of each. */
export function memberTable({ texts, isIdInFull }: ReviewTerms): HouseholdTable<MemberRow> {
  const column = columnsIn<MemberRow>(texts)
  const silence = (row: MemberRow, question: string, type: CellType = 'text'): Cell =>
    written(silenceOf(row, question), type, texts)
  const said = ({ assessment, member }: MemberRow, question: string) =>
    choiceOf(assessment.interview, member, question)
  const word = (
    value: string | readonly string[] | null | undefined,
    question: string,
    row: MemberRow,
  ): Cell =>
    value === null || value === undefined || value.length === 0
      ? silence(row, question)
      : answerText(value, question, row.assessment.interview.instrument, texts)
  /** Of whom nobody said anything the rules take the roster's word: that is no answer. */
  const yesNo = (holds: boolean, row: MemberRow, question: string): Cell => {
    const why =
      row.isHidden || !isAsked(row)
        ? silenceOf(row, 'member_status')
        : writingOf(row.assessment, row.member, question)
    return why === null ? texts.term('marks', holds ? 'yes' : 'no') : written(why, 'text', texts)
  }
  return {
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
      column('name', 12, 'text', (row) => row.member.facts.name ?? silence(row, 'name')),
      column(
        'idNumber',
        24,
        'text',
        (row) =>
          shownId(said(row, 'id_number') ?? row.listed?.idNumber ?? null, isIdInFull) ??
          silence(row, 'id_number'),
      ),
      column('relation', 12, 'text', (row) =>
        word(said(row, 'relation') ?? row.listed?.relation, 'relation', row),
      ),
      column('sex', 8, 'text', (row) => word(said(row, 'sex') ?? row.listed?.sex, 'sex', row)),
      column(
        'birthDate',
        12,
        'date',
        (row) => row.member.facts.birthDate ?? silence(row, 'birth_date', 'date'),
      ),
      column('age', 8, 'integer', (row) => row.member.facts.age ?? silence(row, 'birth_date', 'integer')),
      column('present', 10, 'text', (row) => yesNo(row.member.facts.isPresent, row, 'member_status')),
      column('sharesIncome', 10, 'text', (row) =>
        yesNo(row.member.facts.countsInEconomy, row, 'counts_in_economy'),
      ),
      column('health', 18, 'text', (row) => word(row.member.facts.health, 'health', row)),
      column('laborAbility', 16, 'text', (row) => word(row.member.facts.laborAbility, 'labor_ability', row)),
    ],
    rowsOf: ({ assessment, isHidden = false }) =>
      assessment.interview.members.map((member) => ({
        assessment,
        member,
        listed: assessment.household.members.find(({ id }) => id === member.id),
        isHidden,
      })),
  }
}

/** Whether anybody came to an outcome there: before that, what the form takes by itself is nobody's word. */
function isAsked({ assessment: { interview } }: MemberRow): boolean {
  return outcomeIn(interview) !== null
}

/** Why neither an answer nor the roster says it. */
function silenceOf({ assessment, member, isHidden }: MemberRow, question: string): Writing {
  return isHidden ? 'hidden' : (writingOf(assessment, member, question) ?? 'unanswered')
}
