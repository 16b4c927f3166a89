import { shallowRef } from 'vue'
import { losesWork, lostWork, type LostWork } from '../../application/sampling/lostWork'
import type { SampleLog } from '../../application/sampling/SampleLog'
import type { ProjectStore } from '../../application/store/ProjectStore'
import { isSuspected } from '../../domain/programmes/assessment/conclusion/Conclusion'
import { useHouseholds } from '../households/households'

/** A draw that leaves work on the sample in force aside: reported, and not written until somebody wants that. */
export function unwrittenDraw() {
  const households = useHouseholds()
  const unwritten = shallowRef<{ readonly log: SampleLog; readonly work: LostWork } | null>(null)

  function verdictOf(household: string): 'suspicion' | 'other' | null {
    const conclusion = households.rowOf(household)?.summary?.conclusion ?? 'not_interviewed'
    if (conclusion === 'not_interviewed') return null
    return isSuspected(conclusion) ? 'suspicion' : 'other'
  }

  /** Whether the draw waits, since it leaves work aside. */
  async function waits(store: ProjectStore, log: SampleLog): Promise<boolean> {
    const work = await lostWork(store, log, verdictOf)
    unwritten.value = losesWork(work) ? { log, work } : null
    return unwritten.value !== null
  }

  return { unwritten, waits }
}
