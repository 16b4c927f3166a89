import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { assignBackcheck } from '../../application/rounds/backchecks'
import { isSameName } from '../../domain/shared/isSameName'
import type { Problem } from '../../domain/shared/Problem'
import { mayWorkHere } from '../../application/team/mayWorkHere'
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

  /** Why the last household was not given to somebody, or somebody may not work here. */
  const refused = shallowRef<readonly Problem[]>([])

  /** For a fresh panel: who can be chosen, and nothing refused yet. */
  async function loadPeople(): Promise<void> {
    refused.value = []
    const changes = (await session.open?.store.changesOfProject()) ?? []
    people.value = [
      ...new Set(changes.flatMap(({ entity, entityId }) => (entity === 'person' ? [entityId] : []))),
    ]
  }

  /** Puts a name on the list unless the person is there. */
  async function know(name: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    if (people.value.some((each) => isSameName(each, name))) return true
    const person = { id: name, name, enteredBy: project.person, at: services.now() }
    const isAdded = await session.save(() => addPerson(project.store, person))
    if (isAdded) await loadPeople()
    return isAdded
  }

  /** The name as the list has it, however it was typed. */
  function knownAs(name: string): string {
    return people.value.find((each) => isSameName(each, name)) ?? name
  }

  /** Gives a household to a back-checker; false when it was refused or not saved. */
  async function assign(household: string, checker: string): Promise<boolean> {
    const project = session.open
    if (project === null || !(await know(checker))) return false
    checker = knownAs(checker)
    const author = { person: project.person, at: services.now() }
    refused.value = await session.attempt(() => assignBackcheck(project.store, household, checker, author))
    if (refused.value.length > 0) return false
    await households.refresh()
    return true
  }

  /** From now on this person is at the computer; what he may not see is hidden. */
  async function takeOver(name: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const allowed = await mayWorkHere(project.store, name)
    refused.value = allowed.ok ? [] : allowed.problems
    if (!allowed.ok || !(await know(name))) return false
    session.takeOver(knownAs(name))
    // Somebody else begins at the top, where what was sent back to him stands.
    await households.select(null)
    await households.load()
    return true
  }

  return { people, refused, loadPeople, know, assign, takeOver }
})
