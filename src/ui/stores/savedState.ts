import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Problem } from '../../domain/shared/Problem'
import type { Result } from '../../domain/shared/Result'

/** `saved` names the moment at which the last write was durable on every side. */
export type SavedState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'not_saved'; readonly problems: readonly Problem[] }

export interface Saving {
  readonly saved: Ref<SavedState>
  /** Something is on its way to the disk, or did not get there. */
  readonly isUnsaved: ComputedRef<boolean>
  /** Every write of the window goes through here, so that 'saved' is said when, and only when, it is true. */
  save(write: () => Promise<Result<unknown>>): Promise<boolean>
  /** The same for what a use case may refuse: then there was nothing to save, and why is given. */
  attempt(write: () => Promise<Result<unknown>>): Promise<readonly Problem[]>
}

/** What the window says of its last write; `now` gives an ISO instant. */
export function savedState(now: () => string): Saving {
  const saved = ref<SavedState>({ kind: 'clean' })
  const isUnsaved = computed(() => saved.value.kind === 'saving' || saved.value.kind === 'not_saved')

  async function save(write: () => Promise<Result<unknown>>): Promise<boolean> {
    saved.value = { kind: 'saving' }
    const written = await write()
    saved.value = written.ok
      ? { kind: 'saved', at: now() }
      : { kind: 'not_saved', problems: written.problems }
    return written.ok
  }

  async function attempt(write: () => Promise<Result<unknown>>): Promise<readonly Problem[]> {
    const before = saved.value
    let refused: readonly Problem[] | null = null
    const isSaved = await save(async () => {
      const written = await write()
      if (!written.ok && !written.problems.some(({ code }) => code === 'not_saved'))
        refused = written.problems
      return written
    })
    if (isSaved) return []
    if (refused === null) return saved.value.kind === 'not_saved' ? saved.value.problems : []
    saved.value = before
    return refused
  }

  return { saved, isUnsaved, save, attempt }
}
