import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { assessHousehold, type HouseholdAssessment } from '../../application/assess/assessHousehold'
import { listHouseholds, type HouseholdRow } from '../../application/households/listHouseholds'
import { useServices } from '../services'
import { useSession } from './session'

export interface Village {
  readonly key: string
  readonly name: string
  readonly township: string
  readonly count: number
  readonly interviewed: number
}

/** The project's households in memory, as the list filters and counts them. */
export const useHouseholds = defineStore('households', () => {
  const services = useServices()
  const session = useSession()
  const rows = shallowRef<readonly HouseholdRow[]>([])
  const isLoading = ref(false)
  const search = ref('')
  const village = ref<string | null>(null)
  const conclusion = ref('')
  const flag = ref('')
  const selectedId = ref<string | null>(null)
  const assessment = shallowRef<HouseholdAssessment | null>(null)

  const villages = computed((): readonly Village[] => {
    const found = new Map<string, Village>()
    for (const { village: key, household, summary } of rows.value) {
      const known = found.get(key)
      const interviewed =
        (known?.interviewed ?? 0) + (summary === null || summary.conclusion === 'not_interviewed' ? 0 : 1)
      const name = household.village ?? '—'
      found.set(key, {
        key,
        name,
        township: household.township ?? '',
        count: (known?.count ?? 0) + 1,
        interviewed,
      })
    }
    return [...found.values()]
  })

  const shown = computed((): readonly HouseholdRow[] => {
    const wanted = search.value.trim().toLowerCase()
    return rows.value.filter(
      (row) =>
        (village.value === null || row.village === village.value) &&
        (conclusion.value === '' || (row.summary?.conclusion ?? 'not_interviewed') === conclusion.value) &&
        (flag.value === '' || isFlagged(row, flag.value)) &&
        (wanted === '' || isFound(row, wanted)),
    )
  })

  async function load(): Promise<void> {
    const project = session.open
    const versions = session.versions
    if (project === null || versions === null) return
    isLoading.value = true
    const { rules, store } = project
    const found: HouseholdRow[] = []
    const ports = { rules, versions, digest: services.digest, pause: services.pause }
    for await (const ofVillage of listHouseholds(store, ports)) {
      found.push(...ofVillage)
      if (session.open?.store !== store) return
    }
    rows.value = found
    isLoading.value = false
    const still = found.find(({ household }) => household.id === selectedId.value)
    await select((still ?? found[0])?.household.id ?? null)
  }

  async function select(id: string | null): Promise<void> {
    selectedId.value = id
    const project = session.open
    const row = rows.value.find(({ household }) => household.id === id)
    if (project === null || row === undefined) {
      assessment.value = null
      return
    }
    const changes = await project.store.changesOfHouseholds([row.household.id])
    // Another row may have been chosen while this one was read.
    if (selectedId.value !== id) return
    assessment.value = assessHousehold(row.household, changes.get(row.household.id) ?? [], project.rules)
  }

  function clear(): void {
    rows.value = []
    selectedId.value = null
    assessment.value = null
    village.value = null
    search.value = conclusion.value = flag.value = ''
  }

  return {
    rows,
    isLoading,
    search,
    village,
    conclusion,
    flag,
    selectedId,
    assessment,
    villages,
    shown,
    load,
    select,
    clear,
  }
})

function isFlagged({ summary }: HouseholdRow, flag: string): boolean {
  return summary !== null && [...summary.flags, ...summary.monitoring].some((each) => each === flag)
}

/** By name of anybody in the household, or by the last digits of the household's number. */
function isFound({ household }: HouseholdRow, wanted: string): boolean {
  return (
    household.id.toLowerCase().endsWith(wanted) ||
    (household.headName ?? '').toLowerCase().includes(wanted) ||
    household.members.some(({ name }) => (name ?? '').toLowerCase().includes(wanted))
  )
}
