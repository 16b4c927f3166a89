import { DETERMINATIONS } from '../../../domain/programmes/assessment/determination/Determination'
import type { Standing } from '../../../domain/programmes/assessment/determination/Determination'
import { CONCLUSIONS } from '../../../domain/programmes/assessment/conclusion/Conclusion'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import type { ReviewedHousehold } from '../../workbook/WorkbookInput'
import { answerVariables, mark } from '../answerVariables'
import { datasetOf, MISSING, type Dataset, type VariableOf } from '../Dataset'
import { bothOf, codesIn, listCodes, zeroOne, type DataTerms } from '../DataTerms'
import { judgementVariables } from '../judgementVariables'
import { variablesIn } from '../variablesIn'

/** One row a household: the list's facts, its answers, what follows from them, and what people decided. */
export function householdData(terms: DataTerms): Dataset {
  return datasetOf<ReviewedHousehold>(
    'households',
    [
      ...listed(terms),
      ...(terms.isSampled ? drawn(terms) : []),
      ...answerVariables(null, terms).map((variable) => ({
        ...variable,
        value: ({ assessment, isHidden = false }: ReviewedHousehold) =>
          variable.value({ assessment, instance: assessment.interview.household, isHidden }),
      })),
      ...onPaper(terms),
      ...(terms.givesVerdict ? [...judged(terms), ...decided(terms)] : []),
    ],
    (household) => [household],
  )
}

/** What names the household in every table. */
export function householdKey<Row extends { readonly assessment: { readonly household: RosterHousehold } }>(
  terms: DataTerms,
): VariableOf<Row> {
  return variablesIn<Row>(terms, 'key')('household', 'text', ({ assessment }) => assessment.household.id)
}

function listed(terms: DataTerms): readonly VariableOf<ReviewedHousehold>[] {
  const { texts, codes } = terms
  const variable = variablesIn<RosterHousehold>(terms, 'list')
  const yesNo = (holds: boolean | null) => (holds === null ? null : mark(holds))
  const own = [
    variable('head_name', 'text', ({ headName }) => headName),
    variable('province', 'text', ({ province }) => province),
    variable('city', 'text', ({ city }) => city ?? null),
    variable('county', 'text', ({ county }) => county),
    variable('township', 'text', ({ township }) => township),
    variable('village', 'text', ({ village }) => village),
    variable('hamlet', 'text', ({ hamlet }) => hamlet),
    variable('status', 'code', ({ status }) => status, listCodes(codes.register_status)),
    variable('mark', 'code', ({ mark: marked }) => marked ?? null, listCodes(codes.household_mark)),
    variable('category', 'code', ({ category }) => category, listCodes(codes.household_category)),
    variable('identified_year', 'integer', ({ identifiedYear }) => identifiedYear),
    variable('exit_year', 'integer', ({ exitYear }) => exitYear),
    variable('registry_income', 'yuan', ({ registryIncome }) => registryIncome),
    variable('wage_income', 'yuan', ({ wageIncome }) => wageIncome ?? null),
    variable('stated_size', 'integer', ({ statedSize }) => statedSize),
    variable('unsafe_house', 'code', ({ unsafeHouse }) => yesNo(unsafeHouse), zeroOne(texts)),
    variable('safe_water', 'code', ({ safeWater }) => yesNo(safeWater), zeroOne(texts)),
    ...listCodes(codes.poverty_cause).map(({ code, label }) => {
      const { 'zh-CN': zh, en } = bothOf(texts, 'variables', 'cause')
      return {
        ...variable(
          'cause',
          'code',
          ({ povertyCauses }) => mark(povertyCauses.includes(code)),
          zeroOne(texts),
        ),
        name: `cause_${code}`,
        label: { 'zh-CN': `${zh}：${label['zh-CN']}`, en: `${en}: ${label.en}` },
      }
    }),
  ]
  return [
    householdKey(terms),
    ...own.map((each) => ({
      ...each,
      value: ({ assessment }: ReviewedHousehold) => each.value(assessment.household),
    })),
  ]
}

function drawn(terms: DataTerms): readonly VariableOf<ReviewedHousehold>[] {
  const variable = variablesIn<ReviewedHousehold>(terms, 'sample')
  return [
    variable('stratum', 'text', ({ sampling }) => sampling?.stratum || MISSING.not_applicable),
    variable('cluster', 'text', ({ sampling }) => sampling?.cluster ?? MISSING.not_applicable),
    variable('weight', 'decimal', ({ sampling }) => sampling?.weight ?? null),
  ]
}

/** Nothing where the interview was taken at a laptop. */
function onPaper(terms: DataTerms): readonly VariableOf<ReviewedHousehold>[] {
  const variable = variablesIn<ReviewedHousehold>(terms, 'people')
  return [
    variable('paper_taken_on', 'date', ({ assessment }) => assessment.paper?.takenOn ?? null),
    variable('paper_asked_by', 'text', ({ assessment }) => assessment.paper?.askedBy ?? null),
    variable('paper_entered_by', 'text', ({ assessment }) => assessment.paper?.enteredBy ?? null),
  ]
}

function judged(terms: DataTerms): readonly VariableOf<ReviewedHousehold>[] {
  const variable = variablesIn<ReviewedHousehold>(terms, 'rules')
  return [
    variable(
      'conclusion',
      'code',
      ({ assessment, isHidden }) => (isHidden === true ? MISSING.hidden : assessment.judgement.conclusion),
      codesIn(terms.texts, 'conclusions', CONCLUSIONS),
    ),
    ...judgementVariables(terms),
  ]
}

function decided(terms: DataTerms): readonly VariableOf<ReviewedHousehold>[] {
  const variable = variablesIn<ReviewedHousehold>(terms, 'people')
  const codes = codesIn(terms.texts, 'determinations', DETERMINATIONS)
  const states = codesIn(terms.texts, 'standingStates', [
    'none',
    'unconfirmed',
    'final',
    'contested',
    'taken_back',
  ])
  return [
    variable('suspicion_state', 'code', ({ determinations: all }) => all?.suspicion.state ?? 'none', states),
    variable('suspicion_decision', 'code', ({ determinations: all }) => decisionIn(all?.suspicion), codes),
    variable('inclusion_state', 'code', ({ determinations: all }) => all?.inclusion.state ?? 'none', states),
    variable('inclusion_decision', 'code', ({ determinations: all }) => decisionIn(all?.inclusion), codes),
  ]
}

function decisionIn(standing: Standing | undefined) {
  if (standing === undefined || standing.state === 'none') return MISSING.not_applicable
  if (standing.state === 'contested') return MISSING.conflict
  return standing.decision.determination ?? MISSING.not_applicable
}
