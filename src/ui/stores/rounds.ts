import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { assignBackcheck } from '../../application/rounds/backchecks'
import { addPerson } from '../../application/store/addPerson'
import { useServices } from '../services'
import { useHouseholds } from './households'
import { useSession } from './session'

/** Who is at this computer, and who back-checks which household. */
export const useRounds = defineStore('rounds', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  /** Everybody on the project's list. */
  const people = shallowRef<readonly string[]>([])

  async function loadPeople(): Promise<void> {
    const changes = (await session.open?.store.changesOfProject()) ?? []
    people.value = [
      ...new Set(changes.flatMap(({ entity, entityId }) => (entity === 'person' ? [entityId] : []))),
    ]
  }

  /** Puts a name on the list unless it is there. */
  async function know(name: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    if (people.value.includes(name)) return true
    const person = { id: name, name, enteredBy: project.person, at: services.now() }
    const isAdded = await session.save(() => addPerson(project.store, person))
    if (isAdded) await loadPeople()
    return isAdded
  }

  /** Gives a household to a back-checker; false when it was refused or not saved. */
  async function assign(household: string, checker: string): Promise<boolean> {
    const project = session.open
    if (project === null || !(await know(checker))) return false
    const author = { person: project.person, at: services.now() }
    const isAssigned = await session.save(() => assignBackcheck(project.store, household, checker, author))
    if (isAssigned) await households.refresh()
    return isAssigned
  }

  /** From now on this person is at the computer; what he may not see is hidden. */
  async function takeOver(name: string): Promise<boolean> {
    if (!(await know(name))) return false
    session.takeOver(name)
    await households.load()
    return true
  }

  return { people, loadPeople, assign, takeOver }
})
