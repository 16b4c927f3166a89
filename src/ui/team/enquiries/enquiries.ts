import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { SaveOutcome } from '../../../application/Platform'
import { answerQuestion, enquiriesOf, isOfEnquiry, putQuestion } from '../../../application/team/desk/enquire'
import type { HouseholdRow } from '../../../application/households/listHouseholds'
import type { Change } from '../../../domain/changes/Change'
import type { Problem } from '../../../domain/shared/Problem'
import type { Result } from '../../../domain/shared/Result'
import type { Enquiry } from '../../../domain/team/Enquiry'
import type { DeviceId } from '../../../domain/team/Segment'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'
import { useTeam, type WriteAt } from '../team'
import { useTeamPackages } from '../packages/teamPackages'

/** Questions about households that devices of the roll put to each other: each goes, and comes back, as a package. */
export const useEnquiries = defineStore('enquiries', () => {
  const services = useServices()
  const session = useSession()
  const team = useTeam()
  const packages = useTeamPackages()
  const all = shallowRef<readonly Enquiry[]>([])
  const problems = shallowRef<readonly Problem[]>([])
  /** What became of the package that was saved last. */
  const outcome = shallowRef<SaveOutcome | null>(null)

  /** To be answered here first, then those that were put here, then what others put to each other. */
  const sorted = computed(() => [...all.value].sort((left, right) => placeOf(left) - placeOf(right)))

  async function load(): Promise<void> {
    const store = session.open?.store
    if (store === undefined) return
    const found = await enquiriesOf(store)
    if (session.open?.store === store) all.value = found
  }

  /** Records a question and lets the user save its package; true once it is recorded. */
  async function put({ household }: HouseholdRow, to: DeviceId, text: string): Promise<boolean> {
    const about = [household.headName ?? household.id, household.township, household.village]
    const words = { household: household.id, to, about: about.filter(Boolean).join(' '), text }
    return write(({ store, author }) => putQuestion(store, words, author, services.team), household.id)
  }

  /** Answers a question that was put to this device, and lets the user save the answer's package. */
  function answer(enquiry: Enquiry, text: string): Promise<boolean> {
    return write(
      ({ store, author }) => answerQuestion(store, enquiry, text, author, services.team),
      enquiry.household,
    )
  }

  /** The package of a question, or of its answer, for whoever waits for it. */
  async function send({ from, to, household }: Enquiry): Promise<void> {
    const isAnswer = to === team.own?.device
    const receiver = team.roll.find(({ device }) => device === (isAnswer ? from : to))
    if (receiver === undefined) return
    const saved = await packages.save(
      {
        kind: isAnswer ? 'answer' : 'question',
        recipients: [receiver.recipient],
        households: new Set([household]),
        only: isOfEnquiry,
      },
      receiver.names,
    )
    if (!saved.ok) problems.value = saved.problems
    outcome.value = saved.ok ? saved.value : null
  }

  function isForUs({ to }: Enquiry): boolean {
    return to === team.own?.device
  }

  function placeOf(enquiry: Enquiry): number {
    if (isForUs(enquiry) && enquiry.answers.length === 0) return 0
    return enquiry.from === team.own?.device ? 1 : 2
  }

  async function write(
    work: (at: WriteAt) => Promise<Result<readonly Change[]>>,
    household: string,
  ): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    outcome.value = null
    let written: readonly Change[] = []
    problems.value = await session.attempt(async () => {
      const done = await work({ store: project.store, author })
      if (done.ok) written = done.value
      return done
    })
    await load()
    if (problems.value.length > 0) return false
    const own = all.value.find(
      (each) => each.household === household && written.some(({ path }) => path.includes(each.id)),
    )
    if (own !== undefined) await send(own)
    return true
  }

  return { sorted, problems, outcome, load, put, answer, send, isForUs }
})
