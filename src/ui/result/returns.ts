import type { Round } from '../../application/assess/AnswerRecord'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Author } from '../../application/interview/recordAnswers'
import { householdChanges } from '../../application/rounds/backchecks'
import type { ProjectStore } from '../../application/store/ProjectStore'
import { commentable } from '../../application/team/desk/commentable'
import { returnInterview, withdrawReturn } from '../../application/team/desk/returnInterview'
import type { Change } from '../../domain/changes/Change'
import { roundOf } from '../../domain/interview/bookkeeping'
import { returnsIn, withdrawnIn, type ReturnComment } from '../../domain/interview/returns'
import { busiest } from '../../domain/quality/busiest'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
import type { Problem } from '../../domain/shared/Problem'
import type { Result } from '../../domain/shared/Result'
import { useServices } from '../app/services'
import { useHouseholds } from '../households/households'
import { useSession } from '../app/session/session'
import { useTeam } from '../team/team'

/** One of the household's interviews, as whoever sends it back distinguishes it from the others. */
export interface ReturnableInterview {
  readonly id: string
  readonly round: Round
  readonly assessor: string
}

/** A household's interviews, and sending one back to its assessor. */
export const useReturns = defineStore('returns', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const team = useTeam()
  const household = shallowRef<RosterHousehold | null>(null)
  const changes = shallowRef<readonly Change[]>([])
  const problems = shallowRef<readonly Problem[]>([])

  const interviews = computed((): readonly ReturnableInterview[] => {
    const own = changes.value.filter(({ entity }) => entity === 'interview')
    return [...groupBy(own, ({ entityId }) => entityId)].map(([id, written]) => ({
      id,
      round: (roundOf(id) ?? 'first') as Round,
      assessor: busiest(written) ?? '',
    }))
  })
  const open = computed(() => returnsIn(changes.value))
  const withdrawn = computed(() => withdrawnIn(changes.value))
  /** In a team only the lead's laptop sends back. */
  const canReturn = computed(() => team.role !== 'member' && interviews.value.length > 0)

  async function load(of: RosterHousehold): Promise<void> {
    const project = session.open
    if (project === null) return
    household.value = of
    problems.value = []
    const allowed = await householdChanges(project.store, of.id, project.person)
    await team.load()
    if (household.value === of) changes.value = allowed.ok ? allowed.value : []
  }

  function questionsOf(interview: string) {
    const rules = session.open?.rules
    return rules === undefined || household.value === null
      ? null
      : commentable(household.value, interview, changes.value, rules)
  }

  function send(interview: string, comments: readonly ReturnComment[]): Promise<boolean> {
    return write((store, author) => returnInterview(store, interview, comments, author))
  }

  /** Takes a comment back that nobody replied to. */
  function withdraw(interview: string, path: string | null, reason: string): Promise<boolean> {
    return write((store, author) => withdrawReturn(store, interview, path, { ...author, reason }))
  }

  async function write(
    work: (store: ProjectStore, author: Author) => Promise<Result<unknown>>,
  ): Promise<boolean> {
    const [project, of] = [session.open, household.value]
    if (project === null || of === null) return false
    const author = { person: project.person, at: services.now() }
    problems.value = await session.attempt(() => work(project.store, author))
    if (problems.value.length > 0) return false
    await households.refresh()
    await load(of)
    return true
  }

  return { interviews, open, withdrawn, canReturn, problems, load, questionsOf, send, withdraw }
})
