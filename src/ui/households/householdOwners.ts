import { computed, shallowRef, type Ref } from 'vue'
import { PROJECT } from '../../application/roster/adoptRoster'
import type { HouseholdRow } from '../../application/households/listHouseholds'
import { assigneeOf, readAssignees, type Assignees } from '../../application/team/assignment/assign'
import { foldChanges } from '../../domain/changes/foldChanges'
import { useSession } from '../app/session/session'

const NOBODYS: Assignees = { villages: new Map(), households: new Map(), areSparesHandedOut: false }

/** The owner of each household: the person it is assigned to, else the one who visited it. */
export function householdOwners(rows: Readonly<Ref<readonly HouseholdRow[]>>) {
  const session = useSession()
  const assignees = shallowRef<Assignees>(NOBODYS)
  /** Everybody who was given households, or visited one, in the order of their names. */
  const people = computed(() => {
    const { villages, households } = assignees.value
    const names = new Set(rows.value.map(({ summary }) => summary?.assessor ?? ''))
    for (const { person } of [...villages.values(), ...households.values()]) names.add(person ?? '')
    names.delete('')
    return [...names].sort((left, right) => left.localeCompare(right, 'zh'))
  })

  /** Whoever it is assigned to, else whoever was there; nobody's is the empty text. */
  function whoseIs({ household, village, summary }: HouseholdRow): string {
    return assigneeOf(assignees.value, household.id, village).person ?? summary?.assessor ?? ''
  }

  async function loadAssignees(): Promise<void> {
    const store = session.open?.store
    if (store === undefined) return
    const read = readAssignees(foldChanges(await store.changesOf('project', PROJECT)))
    if (session.open?.store === store) assignees.value = read
  }

  return { assignees, people, loadAssignees, whoseIs }
}
