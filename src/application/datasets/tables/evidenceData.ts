import type { Instance } from '../../../domain/interview/Interview'
import { EVIDENCE_KINDS, kindsOf, type Evidence } from '../../../domain/shared/Evidence'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { keyOf, mark } from '../answerVariables'
import { datasetOf, MISSING, type Dataset } from '../Dataset'
import { bothOf, zeroOne, type DataTerms } from '../DataTerms'
import { variablesIn } from '../variablesIn'
import { householdKey } from './householdData'

interface EvidenceRow {
  readonly assessment: HouseholdAssessment
  readonly instance: Instance
  readonly question: string
  readonly evidence: Evidence
}

/** One row an answer: how it is known, each kind by itself. */
export function evidenceData(terms: DataTerms): Dataset {
  const key = variablesIn<EvidenceRow>(terms, 'key')
  const keyIn = (list: 'members' | 'lines', { assessment, instance }: EvidenceRow) =>
    instance.list === list ? keyOf(assessment, instance.id) : MISSING.not_applicable
  return datasetOf<EvidenceRow>(
    'evidence',
    [
      householdKey(terms),
      key('member', 'text', (row) => keyIn('members', row)),
      key('line', 'text', (row) => keyIn('lines', row)),
      key('question', 'text', ({ question }) => question),
      ...EVIDENCE_KINDS.map((kind) => ({
        name: `by_${kind}`,
        label: bothOf(terms.texts, 'evidence', kind),
        type: 'code' as const,
        codes: zeroOne(terms.texts),
        origin: 'answer' as const,
        value: ({ evidence }: EvidenceRow) => mark(kindsOf(evidence).includes(kind)),
      })),
    ],
    ({ assessment }) => answered(assessment),
  )
}

function answered(assessment: HouseholdAssessment): readonly EvidenceRow[] {
  const { household, members, lines, instrument } = assessment.interview
  const questions = [...instrument.questions.values()]
  return [household, ...members, ...lines].flatMap((instance) =>
    questions
      .filter(({ scope }) => instrument.repeats.listOf(scope) === instance.list)
      .flatMap(({ data, slot }) => {
        const state = instance.states[slot]
        return state?.state === 'answered'
          ? [{ assessment, instance, question: data.name, evidence: state.answer.evidence }]
          : []
      }),
  )
}
