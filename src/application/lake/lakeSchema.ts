import type { CompiledTable } from '../../domain/programmes/census/tables/CompiledTable'

/** `real`: a double. `count`: a whole number of 64 bits, as masks of 32 bits need. `date`: a calendar day. `instant`: UTC. */
export type LakeType = 'text' | 'integer' | 'count' | 'real' | 'boolean' | 'date' | 'instant'

/** A column of a lake's dataset; any cell may be null. */
export interface LakeColumn {
  readonly name: string
  readonly type: LakeType
}

/** A dataset of a lake: its files lie under its name, one a partition. */
export interface LakeDataset {
  readonly name: LakeName
  readonly columns: readonly LakeColumn[]
}

/** Raised when a column comes, goes or changes its meaning: readers refuse partitions of another. */
export const LAKE_VERSION = 2

/** What every file lies under, and no file has as a column: readers add the two. */
export const PARTITION_COLUMNS = ['county', 'project'] as const

/** Columns of a type that keep their names as types: a row without one of them does not compile. */
const columns =
  <Type extends LakeType>(type: Type) =>
  <const Name extends string>(...names: readonly Name[]) =>
    names.map((name) => ({ name, type }))
const texts = columns('text')
const integers = columns('integer')
const counts = columns('count')
const reals = columns('real')
const booleans = columns('boolean')
const dates = columns('date')
const instants = columns('instant')

const DESIGN = [...texts('stratum', 'cluster'), ...reals('weight')]

const FIXED = {
  counties: [
    ...texts('kind', 'province', 'city', 'county_name', 'standards', 'omission_reading', 'state'),
    ...integers('instrument', 'open_suspicions'),
    ...booleans('is_sampled'),
    ...counts('rural_registered', 'exited', 'poor', 'unregistered', 'sampled_villages_unregistered'),
  ],
  households: [
    ...texts('household', 'township', 'village', 'status', 'outcome'),
    ...integers('persons'),
    ...booleans('is_found', 'is_enumerated', 'is_interviewed', 'is_in_sample'),
    ...DESIGN,
    ...texts('conclusion', 'determined'),
    ...booleans('is_wrong_inclusion', 'recognises', 'is_satisfied'),
    ...reals('registry_income'),
    ...texts('phone'),
  ],
  members: [
    ...texts('household', 'member', 'person', 'township', 'village', 'sex'),
    ...integers('age'),
    ...booleans('is_present'),
    ...DESIGN,
  ],
  answers: [
    ...texts('household', 'scope', 'instance', 'question', 'code'),
    ...reals('number'),
    ...dates('day'),
    ...texts('missing'),
  ],
  lines: [...texts('household', 'line', 'kind', 'source'), ...reals('yuan'), ...booleans('is_counted')],
  criteria: texts('household', 'member', 'criterion', 'result'),
  flags: texts('household', 'kind', 'flag'),
  determinations: [...texts('household', 'of', 'state', 'decision'), ...dates('decided_on')],
  weights: [...texts('household'), ...DESIGN],
  villages: texts('township', 'village', 'village_name'),
  coverage: [...texts('township', 'village', 'outcome'), ...integers('listed', 'found')],
  corrections: [...texts('household', 'scope', 'instance', 'question', 'kind'), ...instants('at')],
  photos: texts('household', 'question', 'photo'),
  amounts: [...texts('table_id'), ...integers('row_number'), ...reals('amount')],
  identities: texts('household', 'member', 'name', 'id_number', 'phone'),
} satisfies Readonly<Record<string, readonly LakeColumn[]>>

export type LakeName = keyof typeof FIXED

export type LakeCell = CellTypes[LakeType] | null

/** What a cell holds: of a `date` or an `instant` its ISO text. */
interface CellTypes {
  readonly text: string
  readonly integer: number
  readonly count: number
  readonly real: number
  readonly boolean: boolean
  readonly date: string
  readonly instant: string
}

type FixedColumn<Name extends LakeName> = (typeof FIXED)[Name][number]

type CellIn<Column, Name> = Column extends { readonly name: infer Names; readonly type: infer Type }
  ? Name extends Names
    ? CellTypes[Type & LakeType]
    : never
  : never

/** A row of a dataset, but for the codes of tables. */
export type LakeRow<Name extends LakeName> = {
  readonly [Column in FixedColumn<Name>['name']]: CellIn<FixedColumn<Name>, Column> | null
}

/** Codes of a case by the names of their columns. */
export type LakeCodes = Readonly<Record<string, number>>

/** Takes rows in, as they come. */
export type TakeRow = <Name extends LakeName>(name: Name, row: LakeRow<Name>, codes?: LakeCodes) => void

/** Names of the datasets, in their order; `identities` is there only where it was asked for in full. */
export const LAKE_NAMES = Object.keys(FIXED) as readonly LakeName[]

/**
 * The datasets of a lake. `tables`: those of the census, of which households, members, villages and the counties have a column of codes
 * each, and one of what was answered where rows have their own bases: a lake is of one edition of them.
 */
export function lakeSchema(tables: readonly CompiledTable[]): readonly LakeDataset[] {
  return LAKE_NAMES.map((name) => ({ name, columns: [...FIXED[name], ...codeColumns(name, tables)] }))
}

/** Column of a table's codes (see `Coding`) in the dataset of its cases. */
export function codeColumn(table: string): string {
  return `t_${table}`
}

/** Column of the rows that a case answered, where the table's rows have their own bases. */
export function knownColumn(table: string): string {
  return `k_${table}`
}

const POPULATIONS_IN: Partial<Record<LakeName, readonly CompiledTable['population'][]>> = {
  households: ['listed', 'households'],
  members: ['persons', 'children'],
  villages: ['villages'],
  counties: ['county'],
}

/** The dataset whose rows are a table's cases. */
export function datasetOfCases({ population }: Pick<CompiledTable, 'population'>): LakeName {
  const found = LAKE_NAMES.find((name) => POPULATIONS_IN[name]?.includes(population))
  if (found === undefined) throw new Error(`no dataset of ${population}`)
  return found
}

function codeColumns(name: LakeName, tables: readonly CompiledTable[]): readonly LakeColumn[] {
  const populations = POPULATIONS_IN[name] ?? []
  return tables.flatMap(({ id, population, coding }): readonly LakeColumn[] => {
    if (coding.kind === 'amounts' || !populations.includes(population)) return []
    if (coding.kind === 'one') return integers(codeColumn(id))
    return coding.known === null ? counts(codeColumn(id)) : counts(codeColumn(id), knownColumn(id))
  })
}
