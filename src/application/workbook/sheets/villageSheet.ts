import type { Instrument } from '../../../domain/instrument/loadInstrument'
import type { VillageMeasures } from '../../../domain/programmes/assessment/measures/measureVillages'
import { townshipsOf } from '../../../domain/programmes/assessment/measures/townships'
import { townshipKey } from '../../../domain/villages/townshipKey'
import { VILLAGE_FACTS, type VillageForm } from '../../../domain/villages/VillageForm'
import { columnsIn, type CellType, type TableColumn } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import type { Texts, TermGroup, TermOf } from '../../texts/Texts'
import { villageFlagText } from '../../texts/villageFlagText'
import type { WorkbookFrame } from '../WorkbookInput'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

interface VillageRow {
  /** Counts from 1. */
  readonly number: number
  readonly village: VillageMeasures
  readonly form: VillageForm
}

/** One row a village (`firstRows`: where its households begin in their list): who was interviewed and how, what was concluded and raised, where it stands out, and its own form. */
export function villageSheet(
  { report, villageForms }: Pick<WorkbookFrame, 'report' | 'villageForms'>,
  firstRows: ReadonlyMap<string, number>,
  instrument: Instrument | undefined,
  texts: Texts,
): WorkbookSheet {
  const column = columnsIn<VillageRow>(texts)
  const townships = townshipsOf(report.villages).map(({ key }) => key)
  const outcomeText = (outcome: string): string =>
    outcome === 'none' || outcome === 'not_drawn' || instrument === undefined
      ? texts.term('measureWords', outcome === 'not_drawn' ? 'not_drawn' : 'none')
      : answerText(outcome, 'visit_outcome', instrument, texts)
  const word =
    <Group extends TermGroup>(group: Group) =>
    (name: TermOf<Group>) =>
      texts.term(group, name)
  const columns = [
    column('township', 14, 'text', ({ village }) => village.village.split('/')[1] || null),
    column('village', 20, 'text', ({ village: { village } }) => ({
      value: village.split('/').slice(2).join('/') || null,
      goesTo: { sheet: 'households', row: firstRows.get(village) ?? 0 },
    })),
    column(
      'listed',
      10,
      'integer',
      ({ village }) => village.listed,
      () => `COUNTIFS(${OWN})`,
    ),
    column(
      'interviewed',
      10,
      'integer',
      ({ village }) => village.interviewed,
      () => `COUNTIFS(${OWN},${DONE})`,
    ),
    column(
      'interviewedPersons',
      12,
      'integer',
      ({ village }) => village.interviewedPersons,
      () => `SUMIFS(H_persons,${OWN},${DONE})`,
    ),
    column(
      'suspicionsOpen',
      12,
      'integer',
      ({ village }) => village.suspicionsOpen,
      () =>
        SUSPICIONS.map((suspicion) => `COUNTIFS(${OWN},${DONE},${suspicion},H_determination,"none")`).join(
          '+',
        ),
    ),
    column(
      'determinedWrong',
      12,
      'integer',
      ({ village }) => village.determinedWrong,
      () =>
        SUSPICIONS.flatMap((suspicion) =>
          AGAINST.map((against) => `COUNTIFS(${OWN},${DONE},${suspicion},${against})`),
        ).join('+'),
    ),
    column('toVerify', 10, 'integer', ({ village }) => village.conclusions.to_verify ?? 0),
    column('outcomes', 30, 'text', ({ village }) => countsText(village.outcomes, outcomeText)),
    column('conclusions', 40, 'text', ({ village }) => countsText(village.conclusions, word('conclusions'))),
    column('flags', 40, 'text', ({ village }) => countsText(village.flags, word('flags'))),
    column('monitoring', 24, 'text', ({ village }) => countsText(village.monitoring, word('flags'))),
    column('clustering', 12, 'text', ({ village }) => word('clusteringStates')(village.clustering.state)),
    column(
      'sampledPersons',
      12,
      'integer',
      (row) => incidenceOf(row, 'determined')?.denominator ?? 0,
      () => `SUMIFS(H_persons,${COUNTED})`,
    ),
    column(
      'suspectedPoor',
      12,
      'integer',
      (row) => incidenceOf(row, 'suspected')?.numerator ?? 0,
      () => [POOR, ...SUSPICIONS.map((suspicion) => `SUMIFS(H_persons,${COUNTED},${suspicion})`)].join('+'),
    ),
    column(
      'determinedPoor',
      12,
      'integer',
      (row) => incidenceOf(row, 'determined')?.numerator ?? 0,
      () => [POOR, ...DETERMINED].join('+'),
    ),
    column(
      'suspectedIncidence',
      14,
      'percent',
      (row) => incidenceOf(row, 'suspected')?.value ?? '',
      () => 'IF([sampledPersons]=0,"",[suspectedPoor]/[sampledPersons])',
    ),
    column(
      'determinedIncidence',
      14,
      'percent',
      (row) => incidenceOf(row, 'determined')?.value ?? '',
      () => 'IF([sampledPersons]=0,"",[determinedPoor]/[sampledPersons])',
    ),
    column('threshold', 10, 'percent', (row) => incidenceOf(row, 'determined')?.threshold ?? null),
    column(
      'incidenceResult',
      16,
      'text',
      (row) => {
        const determined = incidenceOf(row, 'determined')
        return determined === undefined ? null : word('measureResults')(determined.result)
      },
      () => resultFormula(texts),
    ),
    column(
      'standsOutIn',
      30,
      'text',
      ({ village }) => village.standsOutIn.map((flag) => villageFlagText(flag, texts)).join('、') || null,
    ),
    ...VILLAGE_FACTS.map((fact) => factColumn(fact, texts)),
    column('villageNumber', 8, 'integer', ({ number }) => number),
    column(
      'townshipNumber',
      8,
      'integer',
      ({ village }) => townships.indexOf(townshipKey(village.village)) + 1,
    ),
    column('villageKey', 24, 'text', ({ village }) => village.village),
  ]
  const rows = report.villages.map((village, index) => {
    return { village, number: index + 1, form: villageForms.get(village.village) ?? {} }
  })
  const result = (name: TermOf<'measureResults'>): string =>
    `[incidenceResult]="${texts.term('measureResults', name)}"`
  return {
    ...listSheet({ key: 'villages', columns }, rows, texts),
    inputs: [],
    names: NAMED.map(([name, column]) => ({ name, column })),
    colours: [
      { columns: ['incidenceResult'], when: result('not_reached'), look: 'unmet' },
      { columns: ['incidenceResult'], when: result('undetermined'), look: 'undetermined' },
      { columns: ['townshipNumber', 'villageNumber', 'villageKey'], when: 'TRUE', look: 'quiet' },
    ],
  }
}

/** Columns that programs know by name. */
const NAMED = [
  ['V_village', 'villageKey'],
  ['V_listed', 'listed'],
  ['V_interviewed', 'interviewed'],
  ['V_persons', 'interviewedPersons'],
  ['V_suspicions_open', 'suspicionsOpen'],
  ['V_determined_wrong', 'determinedWrong'],
  ['V_suspected_numerator', 'suspectedPoor'],
  ['V_determined_numerator', 'determinedPoor'],
  ['V_denominator', 'sampledPersons'],
  ['V_suspected_value', 'suspectedIncidence'],
  ['V_determined_value', 'determinedIncidence'],
  ['V_result', 'incidenceResult'],
] as const

/** By its number: a name could hold what a count takes for a pattern. */
const OWN = 'H_village_number,[villageNumber]'
const DONE = 'H_completed,1'
/** Of the sample in force. */
const COUNTED = `${OWN},${DONE},H_weight,">0"`
const SUSPICIONS = ['H_conclusion,"suspected_wrong_exit"', 'H_conclusion,"suspected_omission"']
const AGAINST = ['H_determination,"wrong_exit"', 'H_determination,"omission"']
const POOR = `SUMIFS(H_persons,${COUNTED},H_status,"poor")+SUMIFS(H_persons,${COUNTED},H_status,"relapsed")`
const DETERMINED = SUSPICIONS.flatMap((suspicion) =>
  AGAINST.map((against) => `SUMIFS(H_persons,${COUNTED},${suspicion},${against})`),
)

/** As `measureVillages` settles it: every open suspicion and every household to verify may end either way. */
function resultFormula(texts: Texts): string {
  const word = (name: TermOf<'measureResults'>): string => `"${texts.term('measureResults', name)}"`
  const open = SUSPICIONS.map(
    (suspicion) => `SUMIFS(H_persons,${COUNTED},${suspicion},H_determination,"none")`,
  )
  const openHouseholds = SUSPICIONS.map(
    (suspicion) => `COUNTIFS(${COUNTED},${suspicion},H_determination,"none")`,
  ).join('+')
  const toVerify = ['exited', 'unregistered'].map(
    (status) => `SUMIFS(H_persons,${COUNTED},H_status,"${status}",H_conclusion,"to_verify")`,
  )
  const worst = `([determinedPoor]+${[...open, ...toVerify].join('+')})/[sampledPersons]`
  const settled = `IF(${worst}<[threshold],${word('reached')},IF([determinedIncidence]<[threshold],${word('undetermined')},${word('not_reached')}))`
  return `IF([sampledPersons]=0,${word('undetermined')},IF(${openHouseholds}>0,${word('undetermined')},${settled}))`
}

/** A fact of the village's own form; how it is known stands in the window. */
function factColumn({ name, kind }: (typeof VILLAGE_FACTS)[number], texts: Texts): TableColumn<VillageRow> {
  return {
    key: `form_${name}`,
    label: texts.term('villageFacts', name),
    width: 16,
    type: FACT_TYPES[kind],
    value({ form }) {
      const fact = form[name]
      if (fact === undefined) return null
      return kind === 'yes_no' || kind === 'share'
        ? texts.term('villageChoices', String(fact.value) as TermOf<'villageChoices'>)
        : fact.value
    },
  }
}

const FACT_TYPES: Readonly<Record<(typeof VILLAGE_FACTS)[number]['kind'], CellType>> = {
  count: 'integer',
  amount: 'yuan',
  text: 'text',
  yes_no: 'text',
  share: 'text',
}

function incidenceOf({ village }: VillageRow, basis: 'suspected' | 'determined') {
  return village.incidence.find((each) => each.basis === basis)
}

function countsText<Name extends string>(
  counts: Readonly<Partial<Record<Name, number>>>,
  textOf: (name: Name) => string,
): string | null {
  return (
    (Object.entries(counts) as [Name, number][])
      .map(([name, count]) => `${textOf(name)} ${count}`)
      .join('、') || null
  )
}
