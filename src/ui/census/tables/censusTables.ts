import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { CasesWanted, CountedCensus } from '../../../application/census/CensusDesk'
import type { GivenAreas } from '../../../application/census/CensusTally'
import { villageWork } from '../../../application/workbook/villageWork'
import { areasOf } from '../../../application/census/areasOf'
import { samplingsOf } from '../../../application/sampling/projectSample'
import type { TableCase } from '../../../domain/programmes/census/tables/casesBehind'
import { COUNTY, type AreaTable, type TableArea } from '../../../domain/programmes/census/tables/TableCounts'
import { townshipKey } from '../../../domain/villages/townshipKey'
import { useHouseholds } from '../../households/households'
import { useSession } from '../../app/session/session'
import { useServices, type CensusTask } from '../../app/services'

/** A number of a table that was opened, with the households behind it. */
export interface OpenedCases extends CasesWanted {
  readonly cases: readonly TableCase[]
}

/** Before anything was counted. */
const NOTHING: { readonly rows: unknown; readonly said: string } = { rows: null, said: '' }

/** The tables of the census: counted once, shown for an area, each number with its cases. */
export const useCensusTables = defineStore('censusTables', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const counted = shallowRef<CountedCensus | null>(null)
  const area = shallowRef<TableArea>(COUNTY)
  /** The area that stands beside it; null for none. */
  const beside = shallowRef<TableArea | null>(null)
  const tables = shallowRef<readonly AreaTable[]>([])
  const tablesBeside = shallowRef<readonly AreaTable[]>([])
  const opened = shallowRef<OpenedCases | null>(null)
  /** Households handed to the worker; null while nothing is counted. */
  const read = ref<number | null>(null)
  let task: CensusTask | null = null
  /** What was counted: another list of rows is another state of the project, and so are other answers of areas. */
  let countedOf = NOTHING
  let counts = 0
  let latest = Promise.resolve()

  const areas = computed((): readonly TableArea[] => {
    const villages = [...new Set(households.rows.map(({ village }) => village))]
    const townships = [...new Set(villages.map(townshipKey))]
    return [
      COUNTY,
      ...townships.map((key) => ({ kind: 'township', key }) as const),
      ...villages.map((key) => ({ kind: 'village', key }) as const),
    ]
  })

  /** Counts everybody, unless nothing changed since. Of several at once all wait for the last, which knows most. */
  function load(): Promise<void> {
    const own: Promise<void> = countAll().then(() => (own === latest ? undefined : latest))
    latest = own
    return own
  }

  async function countAll(): Promise<void> {
    const project = session.open
    const { rows } = households
    if (project === null || households.isLoading) return
    const own = ++counts
    const { store, settings, person } = project
    const areas = await areasOf(store)
    const said = JSON.stringify([[...areas.villages], areas.county])
    if (own !== counts) return
    if (countedOf.rows === rows) return said === countedOf.said ? undefined : recount(areas, said, own)
    read.value = 0
    const request = { settings, ...areas, samplings: await samplingsOf(store) }
    const made = services.countCensus(request)
    for await (const village of villageWork(store, person)) {
      if (own !== counts) return made.close()
      await made.take(village)
      read.value += village.length
    }
    const result = await made.count()
    if (own !== counts) return made.close()
    // Until then the numbers of before can be opened.
    task?.close()
    task = made
    counted.value = result
    countedOf = { rows, said }
    await show(area.value, beside.value)
    read.value = null
  }

  /** The households are those of before: only the forms of areas say something else. */
  async function recount(areas: GivenAreas, said: string, own: number): Promise<void> {
    const result = await task?.recount(areas)
    if (own !== counts || result === undefined) return
    counted.value = result
    countedOf = { ...countedOf, said }
    await show(area.value, beside.value)
  }

  /** Shows the tables of an area, with those of another beside them. */
  async function show(wanted: TableArea, wantedBeside: TableArea | null): Promise<void> {
    area.value = wanted
    beside.value = wantedBeside
    if (task === null || counted.value === null) return
    const own = await task.tablesOf(wanted)
    const others = wantedBeside === null ? [] : await task.tablesOf(wantedBeside)
    if (area.value !== wanted || beside.value !== wantedBeside) return
    tables.value = own
    tablesBeside.value = others
  }

  /** All figures as a file; null where nothing is counted. */
  async function figures(): Promise<string | null> {
    return task === null ? null : task.figures()
  }

  /** Opens the cases behind a number. */
  async function openCases(wanted: CasesWanted): Promise<void> {
    if (task === null) return
    opened.value = { ...wanted, cases: await task.cases(wanted) }
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open?.store,
    () => {
      counts++
      task?.close()
      task = null
      countedOf = NOTHING
      counted.value = null
      opened.value = null
      tables.value = []
      tablesBeside.value = []
      area.value = COUNTY
      beside.value = null
      read.value = null
    },
  )

  return { counted, area, beside, tables, tablesBeside, opened, read, areas, load, show, figures, openCases }
})
