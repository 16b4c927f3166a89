import type { Instrument } from '../../../domain/instrument/loadInstrument'
import type { VillageMeasures } from '../../../domain/programmes/assessment/measures/measureVillages'
import { VILLAGE_FACTS, type VillageForm } from '../../../domain/villages/VillageForm'
import { columnsIn, type CellType, type TableColumn } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import type { Texts, TermGroup, TermOf } from '../../texts/Texts'
import { villageFlagText } from '../../texts/villageFlagText'
import type { WorkbookFrame } from '../WorkbookInput'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'

interface VillageRow {
  readonly village: VillageMeasures
  readonly form: VillageForm
}

/** One row a village: who was interviewed and how, what was concluded and raised, where it stands out, and its own form. */
export function villageSheet(
  { report, villageForms }: WorkbookFrame,
  instrument: Instrument | undefined,
  texts: Texts,
): WorkbookSheet {
  const column = columnsIn<VillageRow>(texts)
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
    column('village', 20, 'text', ({ village }) => village.village.split('/').slice(2).join('/') || null),
    column('listed', 10, 'integer', ({ village }) => village.listed),
    column('interviewed', 10, 'integer', ({ village }) => village.interviewed),
    column('interviewedPersons', 12, 'integer', ({ village }) => village.interviewedPersons),
    column('outcomes', 30, 'text', ({ village }) => countsText(village.outcomes, outcomeText)),
    column('conclusions', 40, 'text', ({ village }) => countsText(village.conclusions, word('conclusions'))),
    column('flags', 40, 'text', ({ village }) => countsText(village.flags, word('flags'))),
    column('monitoring', 24, 'text', ({ village }) => countsText(village.monitoring, word('flags'))),
    column('clustering', 12, 'text', ({ village }) => word('clusteringStates')(village.clustering.state)),
    column('suspectedIncidence', 14, 'percent', (row) => incidenceOf(row, 'suspected')?.value ?? null),
    column('determinedIncidence', 14, 'percent', (row) => incidenceOf(row, 'determined')?.value ?? null),
    column('threshold', 10, 'percent', (row) => incidenceOf(row, 'determined')?.threshold ?? null),
    column('incidenceResult', 16, 'text', (row) => {
      const determined = incidenceOf(row, 'determined')
      return determined === undefined ? null : word('measureResults')(determined.result)
    }),
    column(
      'standsOutIn',
      30,
      'text',
      ({ village }) => village.standsOutIn.map((flag) => villageFlagText(flag, texts)).join('、') || null,
    ),
    ...VILLAGE_FACTS.map((fact) => factColumn(fact, texts)),
  ]
  const rows = report.villages.map((village) => {
    return { village, form: villageForms.get(village.village) ?? {} }
  })
  return listSheet({ key: 'villages', columns }, rows, texts)
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
