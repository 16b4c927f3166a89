import { computed, reactive, ref, shallowRef } from 'vue'
import { isReturned } from '../../application/households/isReturned'
import { returnInterviews } from '../../application/team/desk/returnInterview'
import type { QualityEntry } from '../../domain/quality/QualityLine'
import type { Problem } from '../../domain/shared/Problem'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'
import { useHouseholds } from '../households/households'

/** Interviews ticked among the findings, to be sent back together. */
export function returnTicks() {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  /** By interview: it may stand in several lines. */
  const entries = reactive(new Map<string, QualityEntry>())
  const isReturning = ref(false)
  const returnProblems = shallowRef<readonly Problem[]>([])

  const ticked = computed(() =>
    [...entries].map(([interview, { household, assessor }]) => {
      const row = households.rowOf(household)
      return {
        interview,
        name: households.headNameOf(household),
        place: households.placeOf(household),
        assessor,
        isReturned: row !== undefined && isReturned(row),
      }
    }),
  )

  function tick(entry: QualityEntry): void {
    const { interview } = entry
    if (interview !== null && !entries.delete(interview)) entries.set(interview, entry)
  }

  /** All of these; once they are, none of them. */
  function tickAll(all: readonly QualityEntry[]): void {
    const wanted = all.filter(({ interview }) => interview !== null)
    const areTicked = wanted.every(({ interview }) => entries.has(interview ?? ''))
    for (const entry of wanted) {
      if (areTicked) entries.delete(entry.interview ?? '')
      else entries.set(entry.interview ?? '', entry)
    }
  }

  function untick(): void {
    entries.clear()
    returnProblems.value = []
  }

  /** True once every ticked interview is sent back; else none is. */
  async function returnTicked(comment: string): Promise<boolean> {
    const project = session.open
    if (project === null || isReturning.value) return false
    isReturning.value = true
    try {
      const author = { person: project.person, at: services.now() }
      returnProblems.value = await session.attempt(() =>
        returnInterviews(project.store, [...entries.keys()], comment, author),
      )
      if (returnProblems.value.length > 0) return false
      untick()
      await households.refresh()
      return true
    } finally {
      isReturning.value = false
    }
  }

  return { entries, ticked, isReturning, returnProblems, tick, tickAll, untick, returnTicked }
}
