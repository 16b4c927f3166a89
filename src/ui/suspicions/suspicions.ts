import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { wholeHousehold } from '../../application/households/wholeHouseholds'
import { assessHousehold, type HouseholdAssessment } from '../../application/assess/assessHousehold'
import {
  listSuspicions,
  type Suspicion,
  type SuspicionKind,
  type SuspicionState,
} from '../../application/determination/listSuspicions'
import { compareLedgers } from '../../application/rounds/compareLedgers'
import { compareRounds, type RoundAnswers } from '../../application/rounds/compareRounds'
import type { LedgerPair } from '../../domain/rounds/pairLedgerLines'
import type { Problem } from '../../domain/shared/Problem'
import { enquiriesIn, type Enquiry } from '../../domain/team/Enquiry'
import { useDeterminations } from './determinations'
import { useHouseholds } from '../households/households'
import { usePeople } from '../shared/people/people'
import { useSession } from '../app/session/session'
import { suspicionTicks } from './suspicionTicks'
import { suspicionWrites } from './suspicionWrites'

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
  const session = useSession()
  const households = useHouseholds()
  const determinations = useDeterminations()
  const people = usePeople()
  const isLoaded = ref(false)
  const filter = reactive<SuspicionFilter>({ state: '', kind: '', village: '' })
  const selectedKey = ref<string | null>(null)
  /** Decided just now, and still to be confirmed: it stays in the list, though the filter would leave it out. */
  const held = ref<string | null>(null)
  const grounds = shallowRef<SuspicionGrounds | null>(null)
  const problems = shallowRef<readonly Problem[]>([])

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

  const ticks = suspicionTicks(all, shown)
  const writes = suspicionWrites({ selectedKey, selected, held, problems })

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
    const whole = await wholeHousehold(project.store, household)
    // Another one may have been chosen while this one was read.
    if (selectedKey.value !== key) return
    if (whole === undefined) {
      grounds.value = null
      return
    }
    const assessment = assessHousehold(whole, changes, project.rules)
    grounds.value = {
      key: chosen.key,
      assessment,
      rounds: compareRounds(changes, project.rules),
      ledgers: compareLedgers(assessment, changes, project.rules),
      enquiries: enquiriesIn(household.id, changes),
    }
  }

  function clear(): void {
    isLoaded.value = false
    selectedKey.value = null
    held.value = null
    grounds.value = null
    problems.value = []
    ticks.untick()
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
    load,
    select,
    clear,
    ...ticks,
    ...writes,
  }
})
