import type { MemberInstance } from '../../../domain/interview/Interview'
import { outcomeIn } from '../../../domain/interview/Interview'
import type { RosterMember } from '../../../domain/roster/Roster'
import { shownId, shownText } from '../../workbook/WorkbookInput'
import { writingOf } from '../../workbook/writings'
import { answerVariables, keyOf, mark, type AnswerRow } from '../answerVariables'
import { datasetOf, MISSING, type Dataset, type DataCell, type VariableOf } from '../Dataset'
import { bothOf, listCodes, zeroOne, type DataTerms } from '../DataTerms'
import { variablesIn } from '../variablesIn'
import { householdKey } from './householdData'

interface MemberRow extends AnswerRow {
  readonly instance: MemberInstance
  /** The same on the list; undefined for who was found in the field. */
  readonly listed: RosterMember | undefined
}

/** One row a person: the list's facts, what the rules take of the two, and the answers. */
export function memberData(terms: DataTerms): Dataset {
  return datasetOf<MemberRow>(
    'members',
    [
      householdKey(terms),
      memberKey(terms),
      ...listed(terms),
      ...taken(terms),
      ...answerVariables('members', terms),
    ],
    ({ assessment, isHidden = false }) =>
      assessment.interview.members.map((instance) => ({
        assessment,
        instance,
        isHidden,
        listed: assessment.household.members.find(({ id }) => id === instance.id),
      })),
  )
}

/** What names the member in every table: the list's number or a key, `new-1` … for who was found in the field. */
function memberKey(terms: DataTerms): VariableOf<MemberRow> {
  return variablesIn<MemberRow>(terms, 'key')('member', 'text', ({ assessment, instance }) =>
    keyOf(assessment, instance.id),
  )
}

function listed(terms: DataTerms): readonly VariableOf<MemberRow>[] {
  const { texts, codes, isIdInFull } = terms
  const variable = variablesIn<RosterMember>(terms, 'list')
  const own = [
    variable('listed_name', 'text', ({ name }) => name),
    variable('listed_id_number', 'text', ({ idNumber }) => shownId(idNumber, isIdInFull)),
    variable('listed_relation', 'code', ({ relation }) => relation, listCodes(codes.relation)),
    variable('listed_sex', 'code', ({ sex }) => sex, listCodes(codes.sex)),
    variable('listed_birth_date', 'date', ({ birthDate }) => birthDate),
    variable(
      'listed_birth_date_approximate',
      'code',
      ({ birthDateApproximate }) => mark(birthDateApproximate === true),
      zeroOne(texts),
    ),
    variable('listed_ethnicity', 'text', ({ ethnicity }) => ethnicity),
    variable(
      'listed_education_level',
      'code',
      (member) => member.educationLevel,
      listCodes(codes.education_level),
    ),
    variable(
      'listed_student_status',
      'code',
      (member) => member.studentStatus,
      listCodes(codes.student_status),
    ),
    variable('listed_labor_ability', 'code', (member) => member.laborAbility, listCodes(codes.labor_ability)),
    variable('listed_work_place', 'code', (member) => member.workPlace, listCodes(codes.work_place)),
    variable('listed_work_months', 'integer', ({ workMonths }) => workMonths),
    variable(
      'listed_allowance',
      'code',
      ({ receivesAllowance }) => (receivesAllowance === undefined ? null : mark(receivesAllowance)),
      zeroOne(texts),
    ),
    variable('listed_dropout_reason', 'text', ({ dropoutReason }) =>
      shownText(dropoutReason ?? null, isIdInFull),
    ),
    ...listCodes(codes.health).map(({ code, label }) => {
      const { 'zh-CN': zh, en } = bothOf(texts, 'variables', 'listed_health')
      return {
        ...variable(
          'listed_health',
          'code',
          ({ health }) => (health === null ? null : mark(health.includes(code))),
          zeroOne(texts),
        ),
        name: `listed_health_${code}`,
        label: { 'zh-CN': `${zh}：${label['zh-CN']}`, en: `${en}: ${label.en}` },
      }
    }),
  ]
  return own.map((each) => ({
    ...each,
    // The list has nothing of who was found in the field.
    value: (row: MemberRow) => (row.listed === undefined ? MISSING.not_applicable : each.value(row.listed)),
  }))
}

/** What the rules take: the answer, else the list's word. Before anybody came to an outcome it is nobody's. */
function taken(terms: DataTerms): readonly VariableOf<MemberRow>[] {
  const variable = variablesIn<MemberRow>(terms, 'rules')
  const yesNo = (row: MemberRow, holds: boolean, question: string): DataCell => {
    const { assessment, instance, isHidden } = row
    if (isHidden) return MISSING.hidden
    const asked = outcomeIn(assessment.interview) === null ? 'member_status' : question
    const writing = writingOf(assessment, instance, asked)
    return writing === null ? mark(holds) : MISSING[writing]
  }
  return [
    variable('age', 'integer', ({ instance }) => instance.facts.age ?? MISSING.unanswered),
    variable(
      'is_present',
      'code',
      (row) => yesNo(row, row.instance.facts.isPresent, 'member_status'),
      zeroOne(terms.texts),
    ),
    ...(terms.givesVerdict
      ? [
          variable(
            'shares_income',
            'code',
            (row) => yesNo(row, row.instance.facts.countsInEconomy, 'counts_in_economy'),
            zeroOne(terms.texts),
          ),
        ]
      : []),
  ]
}
