import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { isReturned } from '../../application/households/isReturned'
import {
  listHouseholds,
  refreshHouseholds,
  type HouseholdRow,
  type ListPorts,
} from '../../application/households/listHouseholds'
import { wholeHouseholds } from '../../application/households/wholeHouseholds'
import { superviseVillage, supervisedVillages } from '../../application/households/superviseVillage'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { NO_FILTER, NOBODYS, passes } from './householdFilter'
import { householdOwners } from './householdOwners'
import { loadInitials } from './nameInitials'
import { searchTextOf, type ListedRow } from './searchText'
import { returnedFirst } from './returnedRows'
import { selectedHousehold } from './selectedHousehold'
import { nextInVillage, villageTree } from './villageTree'
import { villageName } from '../shared/villageName'
import { useServices } from '../app/services'
import { useDeterminations } from '../suspicions/determinations'
import { useSession } from '../app/session/session'

/** So many are shown before the others are there, where there was nothing to see. */
const FIRST_ROWS = 500

/** The project's households in memory, as the list filters and counts them. Filters, choice and place outlast the page. */
export const useHouseholds = defineStore('households', () => {
  const services = useServices()
  const session = useSession()
  const determinations = useDeterminations()
  const rows = shallowRef<readonly ListedRow[]>([])
  const supervised = shallowRef<ReadonlySet<string>>(new Set())
  /** From the start: before it was read, nobody knows whether the list is empty. */
  const isLoading = ref(true)
  /** What was written since is being judged: rows and counts are those of before. */
  const isRefreshing = ref(false)
  const filter = reactive({ ...NO_FILTER })
  const owners = householdOwners(rows)
  const { whoseIs, loadAssignees } = owners
  const byId = computed(() => new Map(rows.value.map((row) => [row.household.id, row])))
  const { selectedId, selected, assessment, select } = selectedHousehold((id) => byId.value.get(id))

  const tree = computed(() => villageTree(rows.value, supervised.value))
  const ordered = computed(() => returnedFirst(rows.value, session.open?.person ?? ''))
  const shown = computed(() => {
    const passing = ordered.value.filter(passes(filter))
    const { person } = filter
    return person === '' ? passing : passing.filter((row) => (whoseIs(row) || NOBODYS) === person)
  })
  /** How many households the lead sent back. */
  const returned = computed(() => rows.value.filter(isReturned).length)
  // With the last of them dealt with, the list would be empty for no reason that one sees.
  watch(returned, (count) => {
    if (count === 0) filter.isReturned = false
  })
  // No filter leaves a household beside the list that the list no longer shows.
  watch(filter, async () => {
    if (shown.value.some(({ household }) => household.id === selectedId.value)) return
    await select(shown.value[0]?.household.id ?? null)
  })
  const hasSample = computed(() => rows.value.some(({ sampleRole }) => sampleRole !== null))

  function ports(): ListPorts | null {
    const [project, versions] = [session.open, session.versions]
    if (project === null || versions === null) return null
    return {
      rules: project.rules,
      person: project.person,
      versions,
      digest: services.digest,
      pause: services.pause,
    }
  }

  let loads = 0

  /** Reads everything again: after another roster, or after somebody was found or moved. */
  async function load(): Promise<void> {
    const store = session.open?.store
    const needed = ports()
    if (store === undefined || needed === null) return
    isLoading.value = true
    const own = ++loads
    const wasEmpty = rows.value.length === 0
    // Before the rows: whoever types into the search at once must find by initials, and keep what he then chooses.
    const initialsOf = await loadInitials()
    const found: ListedRow[] = []
    for await (const ofVillage of listHouseholds(store, needed)) {
      for (const row of ofVillage) found.push({ ...row, search: searchTextOf(row.household, initialsOf) })
      // A list begun later knows more: this one must not come over it.
      if (session.open?.store !== store || own !== loads) return
      if (rows.value.length > 0 || found.length < FIRST_ROWS) continue
      rows.value = [...found]
      await select(found[0]?.household.id ?? null)
    }
    supervised.value = await supervisedVillages(store)
    await loadAssignees()
    await determinations.load()
    if (own !== loads) return
    rows.value = found
    isLoading.value = false
    // Nobody chose the first of the list yet: what was sent back comes before it.
    const isChosen = !wasEmpty || selectedId.value !== found[0]?.household.id
    const kept = isChosen ? selected.value : null
    await select((kept ?? shown.value[0] ?? found[0])?.household.id ?? null)
  }

  /** Resolves once the list has been read. */
  async function loaded(): Promise<void> {
    if (!isLoading.value) return
    await new Promise<void>((resolve) => {
      watch(isLoading, () => resolve(), { once: true })
    })
  }

  /** After an interview: only what was written since is judged again. */
  async function refresh(): Promise<void> {
    const store = session.open?.store
    const needed = ports()
    if (store === undefined || needed === null || isLoading.value || rows.value.length === 0) return
    const before = rows.value
    isRefreshing.value = true
    try {
      const fresh = await refreshHouseholds(store, before, needed)
      await determinations.load()
      if (rows.value !== before) return
      rows.value = fresh
    } finally {
      isRefreshing.value = false
    }
    await select(selectedId.value)
  }

  /** Goes to the next household of the village, and returns its id. */
  async function selectNext(): Promise<string | null> {
    const next = nextInVillage(shown.value, selectedId.value)
    if (next !== null) await select(next.household.id)
    return next?.household.id ?? null
  }

  async function supervise(village: string, isSupervised: boolean): Promise<void> {
    const project = session.open
    if (project === null) return
    const author = { person: project.person, at: services.now() }
    await session.save(() => superviseVillage(project.store, village, isSupervised, author))
    supervised.value = await supervisedVillages(project.store)
  }

  /** The households that a text finds among all, as the list's own search does. */
  function find(search: string): readonly HouseholdRow[] {
    return rows.value.filter(passes({ ...NO_FILTER, search }))
  }

  function rowOf(id: string): HouseholdRow | undefined {
    return byId.value.get(id)
  }

  /** Households of the list, whole, by id; without those that are not in it, or whose village does not open. */
  async function wholeOf(ids: readonly string[]): Promise<ReadonlyMap<string, RosterHousehold>> {
    const store = session.open?.store
    const listed = ids.flatMap((id) => rowOf(id)?.household ?? [])
    return store === undefined ? new Map() : wholeHouseholds(store, listed)
  }

  function headNameOf(id: string): string {
    return rowOf(id)?.household.headName ?? id
  }

  /** Township and village of a household; a dash where it is not in the list. */
  function placeOf(id: string): string {
    return villageName(rowOf(id)?.village ?? '')
  }

  function resetFilter(): void {
    Object.assign(filter, NO_FILTER)
  }

  return {
    rows,
    isLoading,
    isRefreshing,
    filter,
    selectedId,
    selected,
    hasSample,
    supervised,
    assessment,
    tree,
    shown,
    returned,
    load,
    loaded,
    refresh,
    select,
    selectNext,
    supervise,
    ...owners,
    find,
    rowOf,
    wholeOf,
    headNameOf,
    placeOf,
    resetFilter,
  }
})
