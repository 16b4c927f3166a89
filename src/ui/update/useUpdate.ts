import { computed, ref, shallowRef } from 'vue'
import type { UpdateOffer, UpdateProgress, Updates, UpdateStarted } from '../../application/update/Updates'
import type { Problem } from '../../domain/shared/Problem'
import type { Result } from '../../domain/shared/Result'

const LOOK_MS = 200

/** One update: the file that was chosen and checked, and what became of it. */
export function useUpdate(updates: Updates) {
  const offer = shallowRef<UpdateOffer | null>(null)
  const started = shallowRef<UpdateStarted | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const progress = shallowRef<UpdateProgress | null>(null)
  const isBusy = ref(false)

  /** Runs a call, and tells meanwhile how far it came. */
  async function watched<T>(call: () => Promise<T>): Promise<T> {
    isBusy.value = true
    problems.value = []
    const looking = setInterval(() => void updates.progress().then((now) => (progress.value = now)), LOOK_MS)
    try {
      return await call()
    } finally {
      clearInterval(looking)
      isBusy.value = false
      progress.value = null
    }
  }

  /** What was refused is in `problems`. */
  function valueOf<T>(result: Result<T>): T | null {
    if (result.ok) return result.value
    problems.value = result.problems
    return null
  }

  async function choose(): Promise<void> {
    const chosen = await watched(() => updates.choose())
    if (chosen !== null) offer.value = valueOf(chosen)
  }

  async function install(): Promise<void> {
    started.value = valueOf(await watched(() => updates.install()))
  }

  /** 0 to 100. */
  const percent = computed(() => {
    const { done, total } = progress.value ?? { done: 0, total: 0 }
    return total === 0 ? 0 : Math.floor((100 * done) / total)
  })

  return { offer, started, problems, progress, percent, isBusy, choose, install }
}
