import { computed, ref } from 'vue'
import { useRouter } from 'vue-router'
import { usePeople } from '../shared/people/people'
import { usePaper } from '../paper/paper'
import { useTeam } from '../team/team'
import { isDone } from './householdFilter'
import { useContacts } from './contacts'
import { useHouseholds } from './households'
import { useRounds } from './rounds'

const TO_VERIFY: readonly string[] = ['suspected_wrong_exit', 'suspected_omission', 'to_verify']

export type HouseholdPanel = 'add' | 'fullIds' | 'move' | 'split' | 'backcheck' | 'contact' | 'paper'

/** What can be done with the chosen household: on a page of its own, or in a panel beside the list. */
export function useHouseholdActions() {
  const households = useHouseholds()
  const rounds = useRounds()
  const people = usePeople()
  const team = useTeam()
  const contacts = useContacts()
  const paper = usePaper()
  const router = useRouter()
  const panel = ref<HouseholdPanel | null>(null)
  const selected = computed(() => households.selected)
  /** What the rules have settled neither way, or found against the household, is worth going back for. */
  const canVerify = computed(() => {
    const summary = selected.value?.summary ?? null
    return summary?.outcome === 'completed' && TO_VERIFY.includes(summary.conclusion)
  })
  const canBackcheck = computed(
    () => !team.isMember && selected.value !== null && !selected.value.isBlind && isDone(selected.value),
  )

  /** The pages of one household are built apart from this one. */
  function open(
    page: 'interview' | 'result',
    id = selected.value?.household.id,
    round = roundToOpen(id),
  ): void {
    if (id === undefined || !router.hasRoute(page)) return
    void router.push({ name: page, params: page === 'interview' ? { id, round } : { id } })
  }

  function verify(): void {
    open('interview', selected.value?.household.id, 'verification')
  }

  /** What was sent back is opened before anything else. */
  function roundToOpen(id: string | undefined): string {
    const row = households.rows.find(({ household }) => household.id === id)
    return row?.isBlind === true ? 'backcheck' : (row?.summary?.returned[0]?.round ?? '')
  }

  async function showBackcheck(): Promise<void> {
    rounds.forget()
    await people.load()
    panel.value = 'backcheck'
  }

  async function showContacts(): Promise<void> {
    if (selected.value === null) return
    await contacts.load(selected.value.household.id)
    panel.value = 'contact'
  }

  async function showPaper(): Promise<void> {
    if (selected.value === null) return
    await Promise.all([people.load(), paper.prepare(selected.value.household.id)])
    panel.value = 'paper'
  }

  function show(which: 'move' | 'split'): void {
    if (selected.value !== null && selected.value.household.members.length > 0) panel.value = which
  }

  return { panel, canVerify, canBackcheck, open, verify, show, showBackcheck, showContacts, showPaper }
}
