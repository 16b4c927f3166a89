import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { proposedHouseholds } from '../../application/census/workbook/back/householdNames'
import { proposedStates } from '../../application/census/workbook/back/proposedStates'
import { takeProposals } from '../../application/census/workbook/back/takeProposals'
import type { OpenProject } from '../../application/project/openProject'
import { LANGUAGES } from '../../application/texts/Texts'
import { commitReview, type ReviewConfirmer } from '../../application/workbook/review/commitReview'
import { currentReview, listedStates } from '../../application/workbook/review/currentReview'
import { describeProposed } from '../../application/workbook/review/describeProposed'
import { proposalDrafts, type Proposal } from '../../application/workbook/review/proposalDrafts'
import type { ReturnedWorkbook } from '../../application/workbook/review/ReturnedWorkbook'
import { takeReview } from '../../application/workbook/review/takeReview'
import type { ReviewQuestion, TakenReview } from '../../application/workbook/review/TakenReview'
import { projectMark } from '../../application/workbook/review/reviewFormat'
import { refOfAnswer } from '../../domain/interview/answerPath'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { success, type Result } from '../../domain/shared/Result'
import { useMessages } from '../app/i18n/useMessages'
import { useTexts } from '../app/i18n/useTexts'
import { useServices, type Task } from '../app/services'
import { useSession } from '../app/session/session'
import { useHouseholds } from '../households/households'
import { usePeople } from '../shared/people/people'
import type { SecondPersonTyped } from '../shared/people/SecondPersonTyped'
import { useDeterminations } from '../suspicions/determinations'

/** What was written of a workbook. */
export interface ReviewOutcome {
  readonly decisions: number
  readonly isConfirmed: boolean
  /** Questions asked now: what was asked before is not asked again. */
  readonly questions: number
  /** Questions about households without an interview to send back. */
  readonly unplaced: number
}

/** A review workbook, or that of a census, that came back: read in a worker, compared with the project as it stands, and written at once. */
export const useReviewReturn = defineStore('reviewReturn', () => {
  const { t } = useMessages()
  const services = useServices()
  const texts = useTexts()
  const session = useSession()
  const households = useHouseholds()
  const determinations = useDeterminations()
  const people = usePeople()
  const returned = shallowRef<ReturnedWorkbook | null>(null)
  const taken = shallowRef<TakenReview | null>(null)
  const isReading = ref(false)
  const isTaking = ref(false)
  /** The project became another between the preview and the taking: nothing was written. */
  const isOtherwise = ref(false)
  /** Why the file cannot be read, or why nothing was written. */
  const problems = shallowRef<readonly Problem[]>([])
  const outcome = shallowRef<ReviewOutcome | null>(null)
  let task: Task<Result<ReturnedWorkbook>> | null = null

  /** Whether there is anything to write. */
  const canTake = computed(() => {
    const found = taken.value
    return (
      found !== null && found.problems.length === 0 && found.decisions.length + found.questions.length > 0
    )
  })

  function choose(): Promise<readonly File[]> {
    return services.chooseReview()
  }

  async function read(file: File): Promise<void> {
    cancel()
    forget()
    isReading.value = true
    const own = services.readReview(file)
    task = own
    const read = await own.done
    if (task !== own) return
    if (read.ok) {
      returned.value = read.value
      await look()
    } else problems.value = read.problems
    if (task === own) isReading.value = false
  }

  function cancel(): void {
    task?.cancel()
    task = null
    isReading.value = false
  }

  /** Compares the workbook with the project as it stands now. */
  async function look(): Promise<void> {
    const [workbook, project] = [returned.value, session.open]
    if (workbook === null || project === null) return
    await households.loaded()
    await households.refresh()
    await Promise.all([determinations.load(), people.load()])
    if (session.open?.store !== project.store || returned.value !== workbook) return
    const found = session.givesVerdict ? inReview(workbook, project) : await inCensus(workbook, project)
    if (session.open?.store === project.store && returned.value === workbook) taken.value = found
  }

  function inReview(workbook: ReturnedWorkbook, { settings }: OpenProject): TakenReview {
    const states = listedStates(households.rows, determinations.all)
    return takeReview(workbook, currentReview(states, settings.salt, LANGUAGES.map(services.textsOf)))
  }

  async function inCensus(workbook: ReturnedWorkbook, project: OpenProject): Promise<TakenReview> {
    const { store, person, rules, settings } = project
    const wanted = workbook.kind === 'census' ? proposedHouseholds(workbook) : new Set<string>()
    return takeProposals(workbook, {
      project: projectMark(settings.salt),
      instrument: rules.currentInstrument,
      households: new Map(households.rows.map(({ household }) => [household.id, household])),
      states: await proposedStates(store, person, wanted, rules, LANGUAGES.map(services.textsOf)),
    })
  }

  /** Writes everything that is taken, all or nothing; without a confirmer the decisions await one. */
  async function take(second: SecondPersonTyped | null): Promise<void> {
    const shown = taken.value
    if (shown === null || isTaking.value) return
    isTaking.value = true
    try {
      await look()
      isOtherwise.value = JSON.stringify(taken.value) !== JSON.stringify(shown)
      if (!isOtherwise.value) await write(shown, second)
    } finally {
      isTaking.value = false
    }
  }

  async function write(shown: TakenReview, second: SecondPersonTyped | null): Promise<void> {
    const project = session.open
    if (project === null) return
    const { decisions, questions } = shown
    let asking = 0
    const author = { person: project.person, at: services.now() }
    let unplaced = 0
    problems.value = await session.attempt(async () => {
      const confirmer = await confirmerOf(second)
      if (!confirmer.ok) return confirmer
      const ids = questions.map(({ household }) => household)
      const [changes, whole] = [await project.store.changesOfHouseholds(ids), await households.wholeOf(ids)]
      const proposals = questions.flatMap((question) => proposalOf(question, whole))
      const asked = proposalDrafts(proposals, changes, project.rules, author)
      unplaced = asked.unplaced.length
      asking = asked.drafts.length
      const review = { decisions, proposals: asked.drafts, at: author.at }
      return commitReview(project.store, review, confirmer.value)
    })
    if (problems.value.length > 0) return
    const isConfirmed = second !== null && decisions.length > 0
    forget()
    const written = second === null ? decisions.filter(({ confirms }) => confirms === null) : decisions
    outcome.value = {
      decisions: written.length,
      isConfirmed,
      questions: asking,
      unplaced,
    }
    await households.refresh()
    await determinations.load()
  }

  async function confirmerOf(second: SecondPersonTyped | null): Promise<Result<ReviewConfirmer | null>> {
    if (second === null) return success(null)
    const proof = await people.proofOf(second)
    if (!proof.ok) return proof
    return success({ person: second.person, ...(proof.value !== undefined && { proof: proof.value }) })
  }

  function proposalOf(
    { household: id, path, value, reason, by }: ReviewQuestion,
    whole: ReadonlyMap<string, RosterHousehold>,
  ): readonly Proposal[] {
    const household = whole.get(id)
    const text = session.givesVerdict
      ? t('reviewReturn.comment', { person: by, value, reason })
      : t('reviewReturn.commentOn', { question: questionLabel(path), person: by, value, reason })
    return household === undefined ? [] : [{ household, path, text }]
  }

  /** The question as the form asks it; a path that the form does not know is about the whole interview. */
  function questionLabel(path: string): string {
    const { question } = refOfAnswer(path)
    const known = session.open?.rules.currentInstrument.questions.get(question)
    return known?.data.label[texts.value.language] ?? t('reviewReturn.wholeInterview')
  }

  /** The same with the person it is about, as the workbook or the list names them. */
  function proposedLabel({ household, path, member }: ReviewQuestion): string {
    const instrument = session.open?.rules.currentInstrument
    const whole = t('reviewReturn.wholeInterview')
    if (instrument === undefined) return whole
    const id = refOfAnswer(path).member
    const listed = households.rowOf(household)?.household.members.find((each) => each.id === id)?.name
    const name = member ?? listed ?? undefined
    return describeProposed(
      { path, ...(name !== undefined && { member: name }) },
      instrument,
      texts.value,
      whole,
    )
  }

  function forget(): void {
    returned.value = null
    taken.value = null
    problems.value = []
    outcome.value = null
    isOtherwise.value = false
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => {
      if (project !== null) return
      cancel()
      forget()
    },
  )

  return {
    returned,
    taken,
    isReading,
    isTaking,
    isOtherwise,
    problems,
    outcome,
    canTake,
    choose,
    read,
    cancel,
    take,
    proposedLabel,
    forget,
  }
})
