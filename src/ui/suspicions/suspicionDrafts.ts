import { defineStore } from 'pinia'
import { onScopeDispose, reactive, watch } from 'vue'
import type { Suspicion } from '../../application/determination/listSuspicions'
import type { Determination } from '../../domain/programmes/assessment/determination/Determination'
import { useSession } from '../app/session/session'

/** What is being written about one suspicion. */
export interface DecisionDraft {
  readonly determination: Determination | null
  readonly reason: string
  /** Who is about to confirm. */
  readonly confirmer: string
  /** Why a decision is to be taken back. */
  readonly takeBack: string
}

/** The county's rebuttal as it is being written. */
export interface RebuttalDraft {
  readonly text: string
  readonly pictures: readonly string[]
  /** It differs from what is saved. */
  readonly isChanged: boolean
}

interface CarriedDrafts {
  readonly decisions: readonly (readonly [string, DecisionDraft])[]
  readonly rebuttals: readonly (readonly [string, RebuttalDraft])[]
}

const NOTHING: DecisionDraft = { determination: null, reason: '', confirmer: '', takeBack: '' }

/** What is written at the suspicion desk and not saved: each is there again when one comes back, after a lock too, until the project is closed. */
export const useSuspicionDrafts = defineStore('suspicionDrafts', () => {
  const session = useSession()
  /** By the suspicion's key. */
  const decisions = reactive(new Map<string, DecisionDraft>())
  /** By household: it has one rebuttal, whatever is suspected. */
  const rebuttals = reactive(new Map<string, RebuttalDraft>())

  const before = session.takeBack('suspicionDrafts') as CarriedDrafts | null
  for (const [key, draft] of before?.decisions ?? []) decisions.set(key, draft)
  for (const [household, draft] of before?.rebuttals ?? []) rebuttals.set(household, draft)
  const give = (): CarriedDrafts => ({ decisions: [...decisions], rebuttals: [...rebuttals] })
  onScopeDispose(session.carry('suspicionDrafts', give))

  function decisionOf(key: string): DecisionDraft {
    return decisions.get(key) ?? NOTHING
  }

  function changeDecision(key: string, part: Partial<DecisionDraft>): void {
    decisions.set(key, { ...decisionOf(key), ...part })
  }

  function rebuttalOf(household: string): RebuttalDraft | null {
    return rebuttals.get(household) ?? null
  }

  function changeRebuttal(household: string, draft: RebuttalDraft | null): void {
    if (draft === null) rebuttals.delete(household)
    else rebuttals.set(household, draft)
  }

  /** Pictures that were chosen for a rebuttal; another household may be looked at by now. */
  function attach(household: string, pictures: readonly string[]): void {
    const draft = rebuttals.get(household)
    if (draft === undefined || pictures.length === 0) return
    const all = [...new Set([...draft.pictures, ...pictures])]
    rebuttals.set(household, { ...draft, pictures: all, isChanged: true })
  }

  /** Whether something of a suspicion is written and not saved. */
  function isUnsaved({ key, row }: Pick<Suspicion, 'key' | 'row'>): boolean {
    const { reason, confirmer, takeBack } = decisionOf(key)
    return (
      [reason, confirmer, takeBack].some((text) => text.trim() !== '') ||
      rebuttals.get(row.household.id)?.isChanged === true
    )
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => {
      if (project !== null) return
      decisions.clear()
      rebuttals.clear()
    },
  )

  return { decisionOf, changeDecision, rebuttalOf, changeRebuttal, attach, isUnsaved }
})
