import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { assessHousehold, type HouseholdAssessment } from '../../application/assess/assessHousehold'
import { confirmDetermination } from '../../application/determination/confirmDetermination'
import { determine, takeBackDetermination } from '../../application/determination/determine'
import {
  listSuspicions,
  questionOfKind,
  type Suspicion,
  type SuspicionKind,
  type SuspicionState,
} from '../../application/determination/listSuspicions'
import { lookAgain } from '../../application/determination/lookAgain'
import { recordRebuttal } from '../../application/determination/recordRebuttal'
import type { OpenProject } from '../../application/project/openProject'
import { compareLedgers } from '../../application/rounds/compareLedgers'
import { compareRounds, type RoundAnswers } from '../../application/rounds/compareRounds'
import type { ChangeId } from '../../domain/changes/Change'
import type { Determination, Rebuttal } from '../../domain/programmes/assessment/determination/Determination'
import type { LedgerPair } from '../../domain/rounds/pairLedgerLines'
import type { Problem } from '../../domain/shared/Problem'
import { enquiriesIn, type Enquiry } from '../../domain/team/Enquiry'
import type { Result } from '../../domain/shared/Result'
import { useServices } from '../app/services'
import type { SecondPersonTyped } from '../shared/people/SecondPersonTyped'
import { useDeterminations } from './determinations'
import { useHouseholds } from '../households/households'
import { usePeople } from '../shared/people/people'
import { useSession } from '../app/session/session'
import { useSuspicionDrafts } from './suspicionDrafts'

export interface SuspicionFilter {
  readonly state: SuspicionState | ''
  readonly kind: SuspicionKind | ''
  readonly village: string
}

/** What a decision rests on. */
export interface SuspicionGrounds {
  readonly key: string
  readonly assessment: HouseholdAssessment
  readonly rounds: readonly RoundAnswers[]
  readonly ledgers: readonly LedgerPair[]
  /** Questions put to somebody, with what came back. */
  readonly enquiries: readonly Enquiry[]
}

/** The suspicions, what each rests on, and what people decide of them. Filter and choice outlast the page. */
export const useSuspicions = defineStore('suspicions', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const drafts = useSuspicionDrafts()
  const determinations = useDeterminations()
  const people = usePeople()
  const isLoaded = ref(false)
  const filter = reactive<SuspicionFilter>({ state: '', kind: '', village: '' })
  const selectedKey = ref<string | null>(null)
  /** Decided just now, and still to be confirmed: it stays in the list, though the filter would leave it out. */
  const held = ref<string | null>(null)
  const grounds = shallowRef<SuspicionGrounds | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const isLooking = ref(false)
  const isConfirming = ref(false)

  const all = computed(() => listSuspicions(households.rows, determinations.all))
  const shown = computed(() =>
    all.value.filter(
      ({ key, state, kind, row }) =>
        key === held.value ||
        ((filter.state === '' || state === filter.state) &&
          (filter.kind === '' || kind === filter.kind) &&
          (filter.village === '' || row.village === filter.village)),
    ),
  )
  // No filter leaves a suspicion to decide on that the list does not show.
  watch(filter, async () => {
    held.value = null
    if (!shown.value.some(({ key }) => key === selectedKey.value)) await select(shown.value[0]?.key ?? null)
  })
  const selected = computed(
    (): Suspicion | null => all.value.find(({ key }) => key === selectedKey.value) ?? null,
  )
  const said = computed(() => {
    const id = selected.value?.row.household.id
    return id === undefined ? undefined : determinations.all.get(id)
  })

  async function load(): Promise<void> {
    const project = session.open
    if (project === null) return
    await determinations.load()
    if (session.open?.store !== project.store) return
    isLoaded.value = true
    const isShown = shown.value.some(({ key }) => key === selectedKey.value)
    await Promise.all([select(isShown ? selectedKey.value : (shown.value[0]?.key ?? null)), people.load()])
  }

  async function select(key: string | null): Promise<void> {
    if (key !== selectedKey.value) {
      problems.value = []
      held.value = null
    }
    selectedKey.value = key
    const [project, chosen] = [session.open, selected.value]
    if (project === null || chosen === null) {
      grounds.value = null
      return
    }
    const { household } = chosen.row
    const changes = (await project.store.changesOfHouseholds([household.id])).get(household.id) ?? []
    // Another one may have been chosen while this one was read.
    if (selectedKey.value !== key) return
    const assessment = assessHousehold(household, changes, project.rules)
    grounds.value = {
      key: chosen.key,
      assessment,
      rounds: compareRounds(changes, project.rules),
      ledgers: compareLedgers(assessment, changes, project.rules),
      enquiries: enquiriesIn(household.id, changes),
    }
  }

  /** Writes something about the chosen suspicion; true when it is saved, else `problems` say why not. */
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

  function clear(): void {
    isLoaded.value = false
    selectedKey.value = null
    held.value = null
    grounds.value = null
    problems.value = []
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => project === null && clear(),
  )

  return {
    all,
    shown,
    isLoaded,
    filter,
    selectedKey,
    selected,
    said,
    grounds,
    problems,
    isConfirming,
    load,
    select,
    decide,
    confirm,
    takeBack,
    isLooking,
    look,
    rebut,
    clear,
  }
})
