import type { Instrument } from '../../../domain/instrument/loadInstrument'
import type { Measure } from '../../../domain/programmes/assessment/measures/Measure'
import type { VillageMeasures } from '../../../domain/programmes/assessment/measures/measureVillages'
import { VILLAGE_FACTS, type VillageForm } from '../../../domain/villages/VillageForm'
import { answerText } from '../../texts/describeBecause'
import { describeMeasure } from '../../texts/describeMeasure'
import { villageFlagText } from '../../texts/villageFlagText'
import type { Texts } from '../../texts/Texts'
import type { WorkbookFrame } from '../WorkbookInput'
import type { WorkbookCell, WorkbookColumn, WorkbookSheet } from '../WorkbookSheet'

type Named = readonly [name: string, width: number, kind?: WorkbookColumn['kind']]

/** One row a measure, basis and reading: value, interval, threshold, result, and the households that still decide it. */
export function measureSheet({ report }: WorkbookFrame, texts: Texts): WorkbookSheet {
  const indicators = report.indicators.map(({ name, basis, numerator, denominator, value }) => [
    describeMeasure({ name, basis, denominatorReading: null }, texts),
    numerator,
    denominator,
    value,
  ])
  return {
    name: texts.term('sheets', 'measures'),
    isList: true,
    columns: columnsOf(MEASURE_COLUMNS, texts),
    rows: [...report.measures.map((measure) => measureRow(measure, texts)), ...indicators],
  }
}

/** One row a village: who was interviewed and how, what was concluded and raised, where it stands out, and its own form. */
export function villageSheet(
  { report, villageForms }: WorkbookFrame,
  instrument: Instrument | undefined,
  texts: Texts,
): WorkbookSheet {
  const outcomeText = (outcome: string): string =>
    outcome === 'none' || outcome === 'not_drawn' || instrument === undefined
      ? texts.term('measureWords', outcome === 'not_drawn' ? 'not_drawn' : 'none')
      : answerText(outcome, 'visit_outcome', instrument, texts)
  return {
    name: texts.term('sheets', 'villages'),
    isList: true,
    columns: [
      ...columnsOf(VILLAGE_COLUMNS, texts),
      ...VILLAGE_FACTS.map(({ name, kind }): WorkbookColumn => ({
        header: texts.term('villageFacts', name),
        width: 16,
        kind: kind === 'count' ? 'integer' : kind === 'amount' ? 'yuan' : 'text',
      })),
    ],
    rows: report.villages.map((village) => [
      ...villageRow(village, outcomeText, texts),
      ...formCells(villageForms.get(village.village) ?? {}, texts),
    ]),
  }
}

/** The village's own form, a fact a column; how each is known stands in the window. */
function formCells(form: VillageForm, texts: Texts): readonly WorkbookCell[] {
  return VILLAGE_FACTS.map(({ name, kind }) => {
    const fact = form[name]
    if (fact === undefined) return null
    return kind === 'yes_no' || kind === 'share'
      ? texts.term('villageChoices', String(fact.value))
      : fact.value
  })
}

const MEASURE_COLUMNS: readonly Named[] = [
  ['measure', 40],
  ['numerator', 12, 'decimal'],
  ['denominator', 12, 'integer'],
  ['share', 10, 'percent'],
  ['low', 12, 'percent'],
  ['high', 12, 'percent'],
  ['method', 30],
  ['threshold', 10, 'percent'],
  ['best', 12, 'percent'],
  ['worst', 12, 'percent'],
  ['result', 12],
  ['warning', 24],
  ['weightedShare', 12, 'percent'],
  ['weightedLow', 12, 'percent'],
  ['weightedHigh', 12, 'percent'],
  ['weightedMethod', 30],
  ['expansion', 12, 'percent'],
  ['expansionLow', 12, 'percent'],
  ['expansionHigh', 12, 'percent'],
  ['expansionResult', 12],
  ['openCount', 10, 'integer'],
  ['open', 40],
  ['intervalNote', 60],
]

const VILLAGE_COLUMNS: readonly Named[] = [
  ['village', 30],
  ['listed', 10, 'integer'],
  ['interviewed', 10, 'integer'],
  ['interviewedPersons', 12, 'integer'],
  ['outcomes', 30],
  ['conclusions', 40],
  ['flags', 40],
  ['monitoring', 24],
  ['clustering', 12],
  ['suspectedIncidence', 14, 'percent'],
  ['determinedIncidence', 14, 'percent'],
  ['threshold', 10, 'percent'],
  ['incidenceResult', 16],
  ['standsOutIn', 30],
]

/** Households named in a cell; how many there are stands beside it. */
const NAMED_AT_MOST = 200

function columnsOf(named: readonly Named[], texts: Texts): readonly WorkbookColumn[] {
  return named.map(([name, width, kind = 'text']) => ({ header: texts.term('columns', name), width, kind }))
}

function measureRow(measure: Measure, texts: Texts): readonly WorkbookCell[] {
  const { numerator, denominator, value, low, high, method, threshold, best, worst, open } = measure
  const { weighted, expansion } = measure
  return [
    describeMeasure(measure, texts),
    numerator,
    denominator,
    value,
    low,
    high,
    texts.term('intervalMethods', method),
    threshold,
    // What was found may lie outside of what can still come of it: decisions do not change it.
    measure.basis === 'suspected' ? null : best,
    measure.basis === 'suspected' ? null : worst,
    texts.term('measureResults', measure.result),
    warningsOf(measure, texts).join('；') || null,
    weighted?.value ?? null,
    weighted?.low ?? null,
    weighted?.high ?? null,
    weighted === null ? null : texts.term('intervalMethods', weighted.method),
    expansion?.value ?? null,
    expansion?.low ?? null,
    expansion?.high ?? null,
    expansion === null ? null : texts.term('measureResults', expansion.result),
    open.length,
    [...open.slice(0, NAMED_AT_MOST), ...(open.length > NAMED_AT_MOST ? ['…'] : [])].join('、') || null,
    texts.term('intervalNotes', method),
  ]
}

/** What a measure's result must be read with. */
function warningsOf({ warning, expansion }: Measure, texts: Texts): readonly string[] {
  return [
    ...(warning === null ? [] : [texts.term('measureWords', 'thresholdInInterval')]),
    ...(expansion?.decidesOtherwise ? [texts.term('measureWords', 'expansionDecidesOtherwise')] : []),
  ]
}

function villageRow(
  village: VillageMeasures,
  outcomeText: (outcome: string) => string,
  texts: Texts,
): readonly WorkbookCell[] {
  const counted = (
    counts: Readonly<Record<string, number>>,
    textOf: (name: string) => string,
  ): string | null =>
    Object.entries(counts)
      .map(([name, count]) => `${textOf(name)} ${count}`)
      .join('、') || null
  const [suspected, determined] = village.incidence
  return [
    village.village,
    village.listed,
    village.interviewed,
    village.interviewedPersons,
    counted(village.outcomes, outcomeText),
    counted(village.conclusions, (name) => texts.term('conclusions', name)),
    counted(village.flags, (name) => texts.term('flags', name)),
    counted(village.monitoring, (name) => texts.term('flags', name)),
    texts.term('clusteringStates', village.clustering.state),
    suspected?.value ?? null,
    determined?.value ?? null,
    determined?.threshold ?? null,
    determined === undefined ? null : texts.term('measureResults', determined.result),
    village.standsOutIn.map((flag) => villageFlagText(flag, texts)).join('、') || null,
  ]
}
