import { isSuspected } from '../../../domain/programmes/assessment/conclusion/Conclusion'
import { SUSPICION_DETERMINATIONS } from '../../../domain/programmes/assessment/determination/Determination'
import { FIGURE, figuresOf } from '../../../domain/programmes/assessment/measures/tallyHouseholds'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type SheetName, type WorkbookSheet } from '../WorkbookSheet'
import { isCounted, type FigureRow, type OrderedFigures } from './FigureRow'
import type { FigureName } from './shares'

/** What stands for a suspicion that nobody has finally decided. */
const UNDECIDED = 'none'

const FIGURE_NAMES = Object.keys(FIGURE) as readonly FigureName[]

/**
 * One row a household, of codes and numbers: what every formula of the measures counts. What people decided in the review sheet
 * is looked up there by the household's key.
 */
export function figureSheet(
  { rows, strata, units }: OrderedFigures,
  villages: readonly string[],
  texts: Texts,
): WorkbookSheet {
  const villageNumbers = new Map(villages.map((village, index) => [village, index + 1]))
  const column = columnsIn<FigureRow>(texts)
  const stratumOf = new Map(
    strata.flatMap(({ units: own }, index) =>
      units
        .slice(own.from, own.to + 1)
        .flatMap(({ from, to }) => rows.slice(from, to + 1).map((row) => [row, index + 1])),
    ),
  )
  const columns = [
    column('household', 22, 'text', ({ shown }) => shown),
    column('head', 12, 'text', ({ household }) => household.headName),
    column('key', 14, 'text', ({ household }) => household.id),
    column('villageKey', 24, 'text', ({ measured }) => measured.village),
    column('villageNumber', 8, 'integer', ({ measured }) => villageNumbers.get(measured.village) ?? null),
    column('status', 14, 'text', ({ measured }) => measured.status ?? 'unknown'),
    column('conclusion', 22, 'text', ({ measured }) => measured.conclusion),
    column('personsCounted', 8, 'integer', ({ measured }) => measured.persons),
    column('completed', 8, 'integer', ({ measured }) => (measured.outcome === 'completed' ? 1 : 0)),
    column('weight', 10, 'decimal', ({ measured }) => measured.sampling.weight),
    column('stratum', 8, 'integer', (row) => stratumOf.get(row) ?? null),
    column('recognition', 8, 'integer', ({ measured }) => asNumber(measured.recognises)),
    column('satisfaction', 8, 'integer', ({ measured }) => asNumber(measured.isSatisfied)),
    column('flaggedInclusion', 10, 'integer', ({ measured }) =>
      measured.flags.includes('wrong_inclusion') ? 1 : null,
    ),
    column(
      'determinationNow',
      18,
      'text',
      ({ measured }) => measured.determined ?? UNDECIDED,
      determinationFormula,
    ),
    ...FIGURE_NAMES.map((name) => figureColumn(name, texts)),
  ]
  const named = (name: string, key: string): SheetName => ({ name, column: key })
  return {
    ...listSheet({ key: 'figures', columns }, rows, texts),
    inputs: [],
    names: [
      named('H_key', 'key'),
      named('H_village', 'villageKey'),
      named('H_village_number', 'villageNumber'),
      named('H_status', 'status'),
      named('H_conclusion', 'conclusion'),
      named('H_persons', 'personsCounted'),
      named('H_completed', 'completed'),
      named('H_weight', 'weight'),
      named('H_stratum', 'stratum'),
      named('H_recognition', 'recognition'),
      named('H_satisfaction', 'satisfaction'),
      named('H_flagged_inclusion', 'flaggedInclusion'),
      named('H_determination', 'determinationNow'),
      ...FIGURE_NAMES.map((name) => named(`H_${name}`, name)),
    ],
  }
}

function asNumber(answer: boolean | null): number | null {
  return answer === null ? null : answer ? 1 : 0
}

/** What the review sheet says of a suspicion, else what was determined before; the same for a household without one. */
function determinationFormula({ measured }: FigureRow): string | null {
  if (!isSuspected(measured.conclusion)) return null
  const known = `"${measured.determined ?? UNDECIDED}"`
  const said = 'INDEX(Review_code,MATCH([key],Review_key,0))'
  const words = `{${SUSPICION_DETERMINATIONS.map((each) => `"${each}"`).join(',')}}`
  return `IFERROR(INDEX(${words},MATCH(${said},${words},0)),${known})`
}

/** Its persons (of recognition: the household) where it counts in a figure; empty where it does not. */
function figureColumn(name: FigureName, texts: Texts): TableColumn<FigureRow> {
  return {
    key: name,
    label: texts.term('figures', name),
    width: 9,
    type: 'integer',
    value: (row) => {
      const figure = isCounted(row) ? (figuresOf(row.measured)[FIGURE[name]] ?? 0) : 0
      return figure === 0 && figureFormula(name, row) === null ? null : figure
    },
    formula: (row) => figureFormula(name, row),
  }
}

/** Only what a determination can change is computed. */
function figureFormula(name: FigureName, row: FigureRow): string | null {
  if (!isCounted(row)) return null
  const { conclusion } = row.measured
  const against = conclusion === 'suspected_wrong_exit' ? 'wrong_exit' : 'omission'
  const kind = conclusion === 'suspected_wrong_exit' ? 'exited' : 'unregistered'
  if (!isSuspected(conclusion) || row.measured.status !== kind) return null
  if (name === `${kind}Determined`) return `IF([determinationNow]="${against}",[personsCounted],0)`
  if (name === `${kind}Worst`)
    return `IF(OR([determinationNow]="${against}",[determinationNow]="${UNDECIDED}"),[personsCounted],0)`
  return null
}
