import { defineStore } from 'pinia'
import { addFoundHousehold, type NewHousehold } from '../../../application/households/addFoundHousehold'
import { moveMember, type Move } from '../../../application/households/moveMember'
import { splitHousehold, type Split } from '../../../application/households/splitHousehold'
import type { HouseholdRow } from '../../../application/households/listHouseholds'
import type { OpenProject } from '../../../application/project/openProject'
import { success, type Result } from '../../../domain/shared/Result'
import { useServices } from '../../app/services'
import { useHouseholds } from '../households'
import { useSession } from '../../app/session/session'

const TOKEN_LENGTH = 16

/** Households that the list lacks, and people who live elsewhere than it records. */
export const useFieldwork = defineStore('fieldwork', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()

  /** Writes, lists again, and shows the household that came of it; false when nothing was saved. */
  async function write(
    work: (project: OpenProject, author: { person: string; at: string }) => Promise<Result<unknown>>,
  ): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    let made: unknown = null
    const isSaved = await session.save(async () => {
      const result = await work(project, author)
      if (result.ok) made = result.value
      return result
    })
    if (!isSaved) return false
    if (typeof made === 'string') households.selectedId = made
    await households.load()
    return true
  }

  const token = (): string => services.newSalt().slice(0, TOKEN_LENGTH)

  const add = (household: NewHousehold): Promise<boolean> =>
    write(({ store }, author) => addFoundHousehold(store, household, token(), author))

  const split = (plan: Split): Promise<boolean> =>
    write(({ store }, author) => splitHousehold(store, plan, token(), author))

  const move = (plan: Move, reason: string): Promise<boolean> =>
    write(async ({ store }, author) => {
      const why = reason.trim() === '' ? author : { ...author, reason: reason.trim() }
      const moved = await moveMember(store, plan, why)
      return moved.ok ? success(plan.to) : moved
    })

  return { add, split, move }
})

/** Where the list has a member of this household, and where he is now. */
export function whereabouts(row: HouseholdRow, member: string): Pick<Move, 'from' | 'member' | 'now'> {
  const link = row.links.find((each) => each.kind === 'moved_in' && each.member === member)
  return link?.kind === 'moved_in'
    ? { from: link.household, member, now: row.household.id }
    : { from: row.household.id, member }
}
