import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { assignBackcheck } from '../../application/rounds/backchecks'
import type { Problem } from '../../domain/shared/Problem'
import { mayWorkHere } from '../../application/team/roll/mayWorkHere'
import { useServices } from '../app/services'
import { useHouseholds } from './households'
import { useSession } from '../app/session/session'

/** Who is at this computer, and who back-checks which household. */
export const useRounds = defineStore('rounds', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  /** Why the last household was not given to somebody, or somebody may not work here. */
  const refused = shallowRef<readonly Problem[]>([])

  /** For a fresh panel: nothing refused yet. */
  function forget(): void {
    refused.value = []
  }

  /** Gives a household to a back-checker; false when it was refused or not saved. */
  async function assign(household: string, checker: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
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
    if (!allowed.ok) return false
    session.takeOver(name)
    // Somebody else begins at the top, where what was sent back to him stands.
    await households.select(null)
    await households.load()
    return true
  }

  return { refused, forget, assign, takeOver }
})
