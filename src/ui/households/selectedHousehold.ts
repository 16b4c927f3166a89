import { computed, ref, shallowRef } from 'vue'
import { assessHousehold, type HouseholdAssessment } from '../../application/assess/assessHousehold'
import { wholeHousehold } from '../../application/households/wholeHouseholds'
import { householdChanges } from '../../application/rounds/backchecks'
import { useSession } from '../app/session/session'
import type { ListedRow } from './searchText'

/** The household chosen in the list, with its assessment once that is read. */
export function selectedHousehold(rowOf: (id: string) => ListedRow | undefined) {
  const session = useSession()
  const selectedId = ref<string | null>(null)
  const assessment = shallowRef<HouseholdAssessment | null>(null)
  const selected = computed(() => rowOf(selectedId.value ?? '') ?? null)

  async function select(id: string | null): Promise<void> {
    selectedId.value = id
    const [project, row] = [session.open, selected.value]
    if (project === null || row === null) {
      assessment.value = null
      return
    }
    const changes = await householdChanges(project.store, row.household.id, project.person)
    const household = await wholeHousehold(project.store, row.household)
    // Another row may have been chosen while this one was read.
    if (selectedId.value !== id) return
    assessment.value =
      changes.ok && household !== undefined ? assessHousehold(household, changes.value, project.rules) : null
  }

  return { selectedId, selected, assessment, select }
}
