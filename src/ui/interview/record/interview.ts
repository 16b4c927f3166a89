import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Change } from '../../../domain/changes/Change'
import type { Question } from '../../../domain/instrument/loadInstrument'
import { refOfAnswer } from '../../../domain/interview/answerPath'
import { draftsIn, lastTyped } from '../../../domain/interview/draft'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { lastPlace } from '../../../domain/interview/lastPlace'
import { paperIn } from '../../../domain/interview/paper'
import { beforeReopening, reopeningsIn } from '../../../domain/interview/reopenings'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import type { VisitEnd } from '../../../application/interview/closeVisit'
import { assessHousehold, type AssessmentRules } from '../../../application/assess/assessHousehold'
import type { Round } from '../../../application/assess/AnswerRecord'
import { openInterview } from '../../../application/interview/openInterview'
import { nextCommented } from '../comments'
import { verificationBase, type VerificationBase } from '../../../application/rounds/verificationBase'
import { useServices } from '../../app/services'
import { interviewAgreement } from './interviewAgreement'
import { interviewAnswers } from './interviewAnswers'
import { interviewCorrection } from './interviewCorrection'
import { interviewElements } from './interviewElements'
import { interviewNotes, NOTE_TYPED } from './interviewNotes'
import { interviewPlace } from './interviewPlace'
import { interviewReading } from './interviewReading'
import { interviewWrites } from './interviewWrites'
import { useSession } from '../../app/session/session'
import { thingsDone } from './thingsDone'
import { typedTexts } from './typedTexts'

/** The interview in the window: its answers, the question in focus, and the verdict so far. */
export const useInterview = defineStore('interview', () => {
  const services = useServices()
  const session = useSession()
  const household = shallowRef<RosterHousehold | null>(null)
  const id = ref('')
  const openedAt = ref('')
  const changes = shallowRef<readonly Change[]>([])

  const round = ref<Round>('first')
  /** What a verification goes back to. */
  const verification = shallowRef<VerificationBase | null>(null)

  const reading = interviewReading({
    id,
    changes,
    household,
    verification,
    forms: services.forms,
    rules: () => session.open?.rules ?? null,
  })
  const { record, interview, steps, returns } = reading
  const { focus, step, place, move, indexOf, indexOfStep } = interviewPlace(steps)
  const done = thingsDone()
  const corrected = interviewCorrection({ ...reading, changes })
  const { mayChange } = corrected
  const writes = interviewWrites({ id, openedAt, changes, correction: corrected.correction })
  /** Of the paper form that it is entered from. */
  const paper = computed(() => paperIn(changes.value))
  const isOnPaper = computed(() => paper.value !== null || round.value === 'entry')
  const agreement = interviewAgreement({ ...reading, ...corrected, household, writes, isOnPaper })
  const elements = interviewElements({ record, verification, step, writes, done, goBack, mayChange })
  /** What people call added members and lines, in this round and before it. */
  const labels = computed(
    () => new Map([...(verification.value?.answers.labels ?? []), ...record.value.answers.labels]),
  )
  const typed = typedTexts({
    drafts: computed(() => draftsIn(changes.value, reading.roles.value)),
    write: writes.keepTyped,
  })
  const noted = interviewNotes({ changes, step, writes, done, typed, goBack, mayChange })
  const answers = interviewAnswers({
    ...reading,
    ...agreement,
    changes,
    verification,
    step,
    writes,
    done,
    typed,
    goBack,
  })

  // Whoever locks or leaves the project waits until what was typed is kept.
  onScopeDispose(session.beforeClosing(typed.flush))
  onScopeDispose(session.whenHurried(() => [typed.handOver(), writes.startAll()]))

  /** Opens the household's interview of a round; a verification with what the first round left open. */
  async function open(roster: RosterHousehold, of: Round = 'first'): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    await writes.settled()
    corrected.endCorrection()
    const copy = services.newSalt().slice(0, 16)
    const opened = await openInterview(project.store, roster.id, of, copy, project.person)
    // Nothing was to be saved, but the window shows why where it shows why something was not.
    if (!opened.ok) return session.save(() => Promise.resolve(opened))
    verification.value =
      of === 'verification' ? await verificationBase(project.store, roster, project.rules) : null
    household.value = roster
    round.value = of
    id.value = opened.value.id
    openedAt.value = services.now()
    changes.value = opened.value.changes
    resume(roster, project.rules)
    done.forget()
    typed.forget()
    const unended = lastTyped(changes.value)
    const typing = unended === null ? -1 : indexOf(refOfAnswer(unended.replace(NOTE_TYPED, '')))
    const commented = typing >= 0 ? null : nextCommented(steps.value, -1, returns.value)
    const place = corrected.isLocked.value
      ? 0
      : (commented ?? lastPlace(changes.value, steps.value, reading.roles.value))
    goTo(typing >= 0 ? typing : place)
    return true
  }

  /** A correction whose checks were left unsettled is not over. */
  function resume(roster: RosterHousehold, rules: AssessmentRules): void {
    const last = reopeningsIn(changes.value).at(-1)
    if (last === undefined) return
    const before = assessHousehold(roster, beforeReopening(changes.value), rules).judgement
    const resumed = corrected.resumeCorrection(last.reason, before)
    if (resumed !== null) writes.resume(resumed)
  }

  function goTo(index: number): void {
    answers.chosenKinds.value = []
    move(index)
  }

  /** Goes somewhere by a key or a click of its own, which can be taken back like anything else. */
  function jump(index: number): void {
    const from = step.value
    const left = place.value
    goTo(index)
    if (place.value !== left) done.note({ undo: () => goBack(from) })
  }

  /** Where one was before; without it, here is as good. */
  function goBack(left: InterviewStep | undefined): true {
    const index = indexOfStep(left)
    goTo(index < 0 ? focus.value : index)
    return true
  }

  /** The question of a step that asks one. */
  function questionOf(of: InterviewStep): Question | undefined {
    return of.kind === 'add_line' ? undefined : interview.value?.instrument.questions.get(of.ref.question)
  }

  /**
   * Ends the visit. Unless it goes on another day, what the lead sent it back for is settled with it: `replies` give, by the
   * comment's path, what `why` does not.
   */
  async function close(
    end: Omit<VisitEnd, 'replies'>,
    replies: ReadonlyMap<string | null, string>,
  ): Promise<boolean> {
    if (!mayChange()) return false
    const commented = end.outcome === 'partial' ? [] : [...new Set(returns.value.map(({ path }) => path))]
    const isClosed = await writes.close({
      ...end,
      replies: commented.map((path) => ({ path, reply: replies.get(path) ?? end.why })),
    })
    if (isClosed) typed.forget()
    return isClosed
  }

  return {
    household, round, id, changes, paper, isOnPaper, labels, step, focus, place, typed, lastDone: done.last, open, goTo, jump, indexOf, indexOfStep,
    questionOf, note: done.note, undo: done.undo, ...reading, ...agreement, ...answers, ...elements, ...corrected, ...noted, close,
  } // prettier-ignore
})
