import { CRITERIA, type Because } from '../../../domain/programmes/assessment/criteria/Criterion'
import { FLAGS, MONITORING } from '../../../domain/programmes/assessment/flags/Flag'
import { kindsOf } from '../../../domain/shared/Evidence'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { shownText } from '../../workbook/WorkbookInput'
import { keyOf } from '../answerVariables'
import { datasetOf, MISSING, type Code, type Dataset } from '../Dataset'
import { bothOf, type DataTerms } from '../DataTerms'
import { variablesIn } from '../variablesIn'
import { householdKey } from './householdData'

interface GroundRow {
  readonly assessment: HouseholdAssessment
  /** A criterion or a sign. */
  readonly subject: string
  readonly because: Because
}

/** One row a fact that a criterion's result, a sign or a household to be watched rests on. */
export function groundData(terms: DataTerms): Dataset {
  const key = variablesIn<GroundRow>(terms, 'key')
  const variable = variablesIn<GroundRow>(terms, 'rules')
  const place = (list: 'member' | 'line', { assessment, because }: GroundRow) =>
    because[list] === undefined ? MISSING.not_applicable : keyOf(assessment, because[list])
  return datasetOf<GroundRow>(
    'grounds',
    [
      householdKey(terms),
      key('subject', 'code', ({ subject }) => subject, subjects(terms)),
      variable('rule', 'text', ({ because }) => because.rule),
      variable('fact', 'text', ({ because }) => because.fact),
      key('member', 'text', (row) => place('member', row)),
      key('line', 'text', (row) => place('line', row)),
      variable('value', 'text', ({ because: { value } }) =>
        value === null ? null : shownText(String(value), terms.isIdInFull),
      ),
      variable('evidence', 'text', ({ because: { evidence } }) =>
        evidence === null ? MISSING.not_applicable : kindsOf(evidence).join(' '),
      ),
    ],
    ({ assessment }) => {
      const { criteria, flags, monitoring } = assessment.judgement
      return [
        ...CRITERIA.map((subject) => ({ subject, facts: criteria?.[subject].because ?? [] })),
        ...[...flags, ...monitoring].map(({ flag, because }) => ({
          subject: `sign_${flag}`,
          facts: because,
        })),
      ].flatMap(({ subject, facts }) => facts.map((because) => ({ assessment, subject, because })))
    },
  )
}

/** Criteria, then signs: `sign_` is before a sign's name, as in the table of households. */
function subjects({ texts }: DataTerms): readonly Code[] {
  const all = [
    ...CRITERIA.map((name) => ({ code: name, label: bothOf(texts, 'criteria', name) })),
    ...[...FLAGS, ...MONITORING].map((name) => ({
      code: `sign_${name}`,
      label: bothOf(texts, 'flags', name),
    })),
  ]
  return all.map((each, index) => ({ ...each, number: index + 1 }))
}
