import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { addPerson } from '../../../application/store/addPerson'
import {
  passcodeOwners,
  setPasscode,
  type PasscodeProof,
} from '../../../application/team/roll/devicePasscodes'
import { namesHere, secondPeopleOf } from '../../../application/team/roll/secondPerson'
import type { Problem } from '../../../domain/shared/Problem'
import { success, type Result } from '../../../domain/shared/Result'
import type { SecondPeople } from '../../../domain/team/SecondPeople'
import { useServices } from '../../app/services'
import type { SecondPersonTyped, WayHere } from './SecondPersonTyped'
import { useSession } from '../../app/session/session'
import { useTeam } from '../../team/team'

/** Who can be named, and how each can be a second person on this device. */
export const usePeople = defineStore('people', () => {
  const services = useServices()
  const session = useSession()
  const team = useTeam()
  const known = shallowRef<SecondPeople | null>(null)
  /** Who works at this device, by the roll. */
  const here = shallowRef<readonly string[]>([])
  const owners = shallowRef<ReadonlySet<string>>(new Set())
  /** Why the last name was not put on the list. */
  const problems = shallowRef<readonly Problem[]>([])

  const isLoaded = computed(() => known.value !== null)
  const names = computed(() => known.value?.names ?? [])
  const isLed = computed(() => known.value !== null && known.value.ledSince !== null)
  /** Who can confirm here: at a member's device, only its owner. */
  const confirmers = computed(() => (team.isMember ? here.value : names.value))

  async function load(): Promise<void> {
    const store = session.open?.store
    if (store === undefined) return
    const found = [await secondPeopleOf(store), await namesHere(store), await passcodeOwners(store)] as const
    if (session.open?.store === store) [known.value, here.value, owners.value] = found
  }

  /** How somebody can be a second person here; null for nobody. */
  function wayOf(person: string): WayHere | null {
    if (person === '' || known.value === null) return null
    if (known.value.ledSince === null) return 'same_device'
    if (here.value.includes(person)) return 'own_device'
    return owners.value.has(person) ? 'passcode' : 'new_passcode'
  }

  /** What somebody gives to be taken for themselves here; a passcode chosen only now is set first. */
  async function proofOf(typed: SecondPersonTyped): Promise<Result<Omit<PasscodeProof, 'at'> | undefined>> {
    const [project, way] = [session.open, wayOf(typed.person)]
    const proof = { passcode: typed.passcode, port: services.passcodes }
    if (project === null || (way !== 'passcode' && way !== 'new_passcode')) return success(undefined)
    if (way === 'passcode') return success(proof)
    const set = await setPasscode(project.store, typed.person, proof)
    if (set.ok) await load()
    return set.ok ? success(proof) : set
  }

  /** Puts a name on the list of a project without a lead; true when it is there. */
  async function add(name: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const person = { id: name, name, enteredBy: project.person, at: services.now() }
    problems.value = await session.attempt(() => addPerson(project.store, person))
    await load()
    return problems.value.length === 0
  }

  /** For a fresh page: nothing reported of an earlier name. */
  async function refresh(): Promise<void> {
    problems.value = []
    await load()
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => {
      if (project !== null) return
      known.value = null
      here.value = []
      owners.value = new Set()
      problems.value = []
    },
  )

  return { isLoaded, names, confirmers, isLed, problems, load, refresh, wayOf, proofOf, add }
})
