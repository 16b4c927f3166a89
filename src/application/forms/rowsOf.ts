import { CRITERIA } from '../../domain/programmes/assessment/criteria/Criterion'
import { TOTAL_NAMES } from '../../domain/programmes/assessment/measures/CountyTotals'
import { STAGES } from '../../domain/programmes/assessment/determination/CountyStages'
import { VILLAGE_FACTS } from '../../domain/villages/VillageForm'
import { presentMembers } from './facts/householdFacts'
import type { FormContext, FormHousehold, FormRows, RowKind } from './FormContext'

type RowsByKind = { readonly [Kind in RowKind]: readonly FormRows[Kind][] }

/** A context for every row of a kind that this one has: members of its household, villages of its county. */
export function rowsOf(kind: RowKind, context: FormContext): readonly FormContext[] {
  return rowsIn(context)
    [kind]()
    .map((row) => ({ ...context, [kind]: row }))
}

function rowsIn(context: FormContext): { readonly [Kind in RowKind]: () => RowsByKind[Kind] } {
  const { project, county, village, household } = context
  return {
    project: () => one(project),
    county: () => one(county),
    village: () => county?.villages ?? one(village),
    household: () => one(household),
    member: () => (household === undefined ? [] : presentMembers(household)),
    line: () => (household === undefined ? [] : linesOf(household)),
    criterion: () => CRITERIA,
    flag: () => household?.assessment.judgement.flags ?? [],
    ground: () => (household === undefined ? [] : groundsOf(household)),
    settling: () => (household === undefined ? [] : settlingOf(household)),
    tally: () => village?.tallies ?? [],
    outcome: () => village?.outcomes ?? [],
    villageFact: () => VILLAGE_FACTS.map(({ name }) => name),
    measure: () => county?.report.measures ?? [],
    total: () => [...TOTAL_NAMES, 'sampledVillagesUnregistered' as const].map((name) => ({ name })),
    stage: () => STAGES,
  }
}

/** The rows that a form about such a subject can list. */
export const ROWS_OF_SUBJECT = {
  household: ['member', 'line', 'criterion', 'flag', 'ground', 'settling'],
  suspicion: ['member', 'line', 'criterion', 'flag', 'ground', 'settling'],
  village: ['tally', 'outcome', 'villageFact'],
  county: ['village', 'measure', 'total', 'stage'],
} as const satisfies Readonly<Record<string, readonly RowKind[]>>

function one<Row>(row: Row | undefined): readonly Row[] {
  return row === undefined ? [] : [row]
}

function linesOf({ assessment, ledger }: FormHousehold): RowsByKind['line'] {
  return assessment.interview.lines.flatMap((instance, index) => {
    const read = ledger.lines.find(({ id }) => id === instance.id)
    return read === undefined ? [] : [{ read, instance, number: index + 1 }]
  })
}

function groundsOf({ assessment: { judgement } }: FormHousehold): RowsByKind['ground'] {
  const { criteria } = judgement
  if (criteria === null) return []
  return CRITERIA.filter((criterion) => criteria[criterion].result === 'unmet').flatMap((criterion) =>
    criteria[criterion].because.map((because) => ({ criterion, because })),
  )
}

function settlingOf({ assessment: { judgement } }: FormHousehold): RowsByKind['settling'] {
  const { criteria } = judgement
  if (criteria === null) return []
  return CRITERIA.flatMap((criterion) =>
    criteria[criterion].wouldSettle.map((ref) => ({ ...ref, criterion })),
  )
}
