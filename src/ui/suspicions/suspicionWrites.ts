import { ref, type Ref } from 'vue'
import {
  confirmDetermination,
  confirmDeterminations,
  type ConfirmedDecision,
} from '../../application/determination/confirmDetermination'
import { determine, takeBackDetermination } from '../../application/determination/determine'
import { questionOfKind, type Suspicion } from '../../application/determination/listSuspicions'
import { lookAgain } from '../../application/determination/lookAgain'
import { recordRebuttal } from '../../application/determination/recordRebuttal'
import type { OpenProject } from '../../application/project/openProject'
import type { ChangeId } from '../../domain/changes/Change'
import type { Determination, Rebuttal } from '../../domain/programmes/assessment/determination/Determination'
import type { Problem } from '../../domain/shared/Problem'
import type { Result } from '../../domain/shared/Result'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'
import { useHouseholds } from '../households/households'
import { usePeople } from '../shared/people/people'
import type { SecondPersonTyped } from '../shared/people/SecondPersonTyped'
import { useDeterminations } from './determinations'
import { useSuspicionDrafts } from './suspicionDrafts'

/** What is written about the chosen suspicion, by one person or two. Each is true when it is saved. */
export function suspicionWrites({
  selectedKey,
  selected,
  held,
  problems,
}: {
  readonly selectedKey: Readonly<Ref<string | null>>
  readonly selected: Readonly<Ref<Suspicion | null>>
  readonly held: Ref<string | null>
  readonly problems: Ref<readonly Problem[]>
}) {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const drafts = useSuspicionDrafts()
  const determinations = useDeterminations()
  const people = usePeople()
  const isLooking = ref(false)
  const isConfirming = ref(false)

  /** Writes something about the chosen suspicion; true when it is saved, else `problems` give the reasons. */
  async function write(
    work: (
      project: OpenProject,
      chosen: Suspicion,
      author: { person: string; at: string },
    ) => Promise<Result<unknown>>,
  ): Promise<boolean> {
    const [project, chosen] = [session.open, selected.value]
    if (project === null || chosen === null) return false
    held.value = chosen.key
    const author = { person: project.person, at: services.now() }
    problems.value = await session.attempt(() => work(project, chosen, author))
    await determinations.load()
    return problems.value.length === 0
  }

  async function decide(determination: Determination, reason: string): Promise<boolean> {
    const key = selectedKey.value
    const isSaved = await write(({ store }, { row: { household, summary } }, author) => {
      const conclusion = summary?.conclusion ?? 'not_interviewed'
      const request = { household: household.id, determination, reason, status: household.status, conclusion }
      return determine(store, request, author)
    })
    // What was written on meanwhile is not what was saved.
    if (isSaved && key !== null && drafts.decisionOf(key).reason === reason)
      drafts.changeDecision(key, { determination: null, reason: '' })
    return isSaved
  }

  /** By a second person of the project, who is known to be the one as the device has it. */
  async function confirm(decision: ChangeId, second: SecondPersonTyped): Promise<boolean> {
    const key = selectedKey.value
    if (isConfirming.value) return false
    isConfirming.value = true
    const isSaved = await write(async ({ store }, { row }, { at }) => {
      const proof = await people.proofOf(second)
      if (!proof.ok) return proof
      return confirmDetermination(
        store,
        row.household.id,
        decision,
        { person: second.person, at },
        proof.value,
      )
    }).finally(() => (isConfirming.value = false))
    if (isSaved && key !== null) drafts.changeDecision(key, { confirmer: '' })
    return isSaved
  }

  /** Several decisions at once, all or none, for one reason. */
  async function confirmAll(
    decisions: readonly ConfirmedDecision[],
    second: SecondPersonTyped,
    reason: string,
  ): Promise<boolean> {
    const project = session.open
    if (project === null || isConfirming.value) return false
    isConfirming.value = true
    try {
      problems.value = await session.attempt(async () => {
        const proof = await people.proofOf(second)
        if (!proof.ok) return proof
        const author = { person: second.person, at: services.now(), reason }
        return confirmDeterminations(project.store, decisions, author, proof.value)
      })
      await determinations.load()
      return problems.value.length === 0
    } finally {
      isConfirming.value = false
    }
  }

  /** By a second person, chosen as where a decision is confirmed. */
  async function look(agrees: boolean, reason: string, second: SecondPersonTyped): Promise<boolean> {
    isLooking.value = true
    const isSaved = await write(async ({ store }, { row: { household, summary } }, { at }) => {
      const proof = await people.proofOf(second)
      if (!proof.ok) return proof
      const request = { household: household.id, cleared: summary?.cleared ?? null, agrees, reason }
      return lookAgain(store, request, { person: second.person, at }, proof.value)
    })
    // What it comes to now stands in the summaries.
    await households.refresh()
    isLooking.value = false
    return isSaved
  }

  async function takeBack(reason: string): Promise<boolean> {
    const key = selectedKey.value
    const isSaved = await write(({ store }, { row, kind }, author) =>
      takeBackDetermination(store, row.household.id, questionOfKind(kind), { ...author, reason }),
    )
    if (isSaved && key !== null) drafts.changeDecision(key, { takeBack: '' })
    return isSaved
  }

  async function rebut(rebuttal: Pick<Rebuttal, 'text' | 'pictures'>): Promise<boolean> {
    const household = selected.value?.row.household.id
    const isSaved = await write(({ store }, { row }, author) =>
      recordRebuttal(store, row.household.id, rebuttal, author),
    )
    if (isSaved && household !== undefined && drafts.rebuttalOf(household)?.text === rebuttal.text)
      drafts.changeRebuttal(household, null)
    return isSaved
  }

  return { isConfirming, isLooking, decide, confirm, confirmAll, look, takeBack, rebut }
}
