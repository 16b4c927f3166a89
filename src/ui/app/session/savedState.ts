import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Problem } from '../../../domain/shared/Problem'
import type { Refusal, Result } from '../../../domain/shared/Result'

/**
 * `saved` names the moment at which the last write was durable on every side; `not_saved` is reported of a store that failed, and
 * of nothing else. `refused`: there was nothing to save, and why. `nothing_held`: what failed was not kept to be tried again.
 */
export type SavedState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'not_saved'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'nothing_held' }

export interface Saving {
  readonly saved: Ref<SavedState>
  /** Something is on its way to the disk, or did not get there. */
  readonly isUnsaved: ComputedRef<boolean>
  /** Every write of the window goes through here, so that 'saved' is reported when, and only when, it is true. */
  save(write: () => Promise<Result<unknown>>): Promise<boolean>
  /** The same for what a use case may refuse: then there was nothing to save, and why is given. */
  attempt(write: () => Promise<Result<unknown>>): Promise<readonly Problem[]>
  /** Resolves when no write is under way, whatever became of them. */
  settled(): Promise<void>
  /** Tries again what a store holds; gets how many writes there were: of none nothing was saved. */
  retry(write: () => Promise<Result<number>>): Promise<boolean>
}

/** What the window reports of its last write; `now` gives an ISO instant. */
export function savedState(now: () => string): Saving {
  const saved = ref<SavedState>({ kind: 'clean' })
  const isUnsaved = computed(() => saved.value.kind === 'saving' || saved.value.kind === 'not_saved')
  const underWay = new Set<Promise<boolean>>()
  /** What is reported once nothing is under way any more. */
  let settledAs: SavedState = saved.value

  async function save(write: () => Promise<Result<unknown>>): Promise<boolean> {
    if (saved.value.kind !== 'saving') settledAs = saved.value
    saved.value = { kind: 'saving' }
    const saving = outcomeOf(write)
    underWay.add(saving)
    let isSaved = false
    try {
      isSaved = await saving
    } finally {
      underWay.delete(saving)
    }
    // Of one that was thrown nobody knows: it stays unsaved.
    show()
    return isSaved
  }

  async function outcomeOf(write: () => Promise<Result<unknown>>): Promise<boolean> {
    const written = await write()
    settledAs = written.ok
      ? { kind: 'saved', at: now() }
      : { kind: isOfStore(written) ? 'not_saved' : 'refused', problems: written.problems }
    return written.ok
  }

  /** Of several writes the last one done reports how all of them ended: a store tries again what failed before it writes on. */
  function show(): void {
    saved.value = underWay.size > 0 && settledAs.kind !== 'not_saved' ? { kind: 'saving' } : settledAs
  }

  async function settled(): Promise<void> {
    // Until what each of them ended in is shown.
    while (underWay.size > 0) await Promise.allSettled(underWay)
  }

  async function retry(write: () => Promise<Result<number>>): Promise<boolean> {
    let held = 0
    const isSaved = await save(async () => {
      const written = await write()
      if (written.ok) held = written.value
      return written
    })
    if (isSaved && held === 0) saved.value = { kind: 'nothing_held' }
    return isSaved && held > 0
  }

  async function attempt(write: () => Promise<Result<unknown>>): Promise<readonly Problem[]> {
    const before = saved.value.kind === 'saving' ? settledAs : saved.value
    let refused: readonly Problem[] | null = null
    const isSaved = await save(async () => {
      const written = await write()
      if (!written.ok && !isOfStore(written)) refused = written.problems
      return written
    })
    if (isSaved) return []
    if (refused === null) return saved.value.kind === 'not_saved' ? saved.value.problems : []
    settledAs = before
    show()
    return refused
  }

  return { saved, isUnsaved, save, attempt, settled, retry }
}

/** Whether a store failed; else a use case refused, and nothing is held. */
export function isOfStore({ problems }: Refusal): boolean {
  return problems.some(({ code }) => code === 'not_saved')
}
