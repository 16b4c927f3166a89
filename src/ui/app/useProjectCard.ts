import { watch } from 'vue'
import { isToVisit } from '../../application/households/isToVisit'
import type { HouseholdRow } from '../../application/households/listHouseholds'
import { isDone } from '../households/householdFilter'
import { useHouseholds } from '../households/households'
import { villageName } from '../shared/villageName'
import { keepCard, type ProjectCard } from '../start/projectCards'
import { useServices } from './services'
import { useSession } from './session/session'

/** Keeps for the start page how far the open project is, whenever its list has changed. */
export function useProjectCard(): void {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()

  watch(
    () => [households.rows, households.isLoading, session.open?.settings.kind] as const,
    ([rows, isLoading, kind]) => {
      const project = session.open
      if (project === null || kind === undefined || (isLoading && rows.length > 0)) return
      const card = { kind, openedAt: services.now(), ...progressOf(rows) }
      keepCard(project.store.projectId, card)
    },
    { immediate: true },
  )
}

/** The next visit is where the first appointment is; without one, the first household that nobody was at. */
export function progressOf(
  rows: readonly Pick<HouseholdRow, 'village' | 'summary' | 'sampleRole' | 'origin' | 'links'>[],
): Pick<ProjectCard, 'count' | 'done' | 'next'> {
  let [count, done] = [0, 0]
  let next: ProjectCard['next'] = null
  for (const row of rows) {
    if (!isToVisit(row)) continue
    count++
    if (isDone(row)) {
      done++
      continue
    }
    const appointment = row.summary?.appointment ?? null
    if (next !== null && (appointment === null || appointment >= (next.appointment ?? '9'))) continue
    next = { village: villageName(row.village), appointment }
  }
  return { count, done, next }
}
