import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Change } from '../../../domain/changes/Change'
import type { Question } from '../../../domain/instrument/loadInstrument'
import { pathOfAnswer, refOfAnswer } from '../../../domain/interview/answerPath'
import { isAnsweredIn, type QuestionRef } from '../../../domain/interview/Answers'
import { draftsIn, lastTyped, typedAt } from '../../../domain/interview/draft'
import {
  instancesOf,
  stateOf,
  type Instance,
  type Interview,
  type QuestionState,
} from '../../../domain/interview/Interview'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { lastPlace } from '../../../domain/interview/lastPlace'
import { beforeReopening, reopeningsIn } from '../../../domain/interview/reopenings'
import { quickFill } from '../../../domain/interview/quickFill'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import { evidenceOf, type Evidence, type EvidenceKind } from '../../../domain/shared/Evidence'
import type { VisitEnd } from '../../../application/interview/closeVisit'
import { assessHousehold, type AssessmentRules } from '../../../application/assess/assessHousehold'
import type { Round } from '../../../application/assess/AnswerRecord'
import { openInterview } from '../../../application/interview/openInterview'
import type { NewAnswer } from '../../../application/interview/recordAnswers'
import { nextCommented } from '../comments'
import { verificationBase, type VerificationBase } from '../../../application/rounds/verificationBase'
import { useServices } from '../../app/services'
import { interviewAgreement } from './interviewAgreement'
import { interviewCorrection } from './interviewCorrection'
import { interviewElements } from './interviewElements'
import { interviewNotes, NOTE_TYPED } from './interviewNotes'
import { interviewPlace } from './interviewPlace'
import { interviewReading } from './interviewReading'
import { interviewWrites } from './interviewWrites'
import { useSession } from '../../app/session/session'
import { thingsDone } from './thingsDone'
import { typedTexts } from './typedTexts'

/** What a reason that is being typed is meant for: no path, but the next answer. */
const REASON = 'reason'

/** The interview in the window: its answers, the question in focus, and what the rules say so far. */
export const useInterview = defineStore('interview', () => {
  const services = useServices()
  const session = useSession()
  const household = shallowRef<RosterHousehold | null>(null)
  const id = ref('')
  const openedAt = ref('')
  const changes = shallowRef<readonly Change[]>([])
  /** Chosen by letters for the answer in focus, and for no other. */
  const chosenKinds = ref<readonly EvidenceKind[]>([])

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
  const agreement = interviewAgreement({ ...reading, ...corrected, household, writes })
  const { mayAnswer, naming } = agreement
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
  /** Why the next answer is given; it waits for that answer. */
  const reason = computed({
    get: () => typed.textAt(REASON) ?? '',
    set: (text) => typed.type(REASON, text),
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
    // Nothing was to be saved, but the window says why where it says why something was not.
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
    chosenKinds.value = []
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

  function stateIn(ref: QuestionRef): QuestionState {
    const now = interview.value
    const instance = now === null ? undefined : instanceFor(now, ref)
    return now === null || instance === undefined
      ? { state: 'not_applicable' }
      : stateOf(now, instance, ref.question)
  }

  /** The evidence a new answer to a question gets now: the letters chosen for it, else the question's own. */
  function evidenceFor({ data }: Question): Evidence {
    const chosen = chosenKinds.value.filter((kind) => data.evidence.includes(kind))
    return chosen.length > 0 ? evidenceOf(chosen) : data.defaultEvidence
  }

  /** Saves the answers given by one key, which can be taken back together. */
  async function give(answers: readonly NewAnswer[]): Promise<boolean> {
    if (!answers.every(({ ref }) => mayAnswer(ref))) return false
    const before = answers.map(({ ref }) => naming(standing(ref)))
    const from = step.value
    const why = reason.value.trim()
    const given = answers.map((each) => naming(why === '' ? each : { ...each, reason: why }))
    const written = changes.value.length
    const texts = given.map(({ ref }) => typedAt(pathOfAnswer(ref), reading.roles.value))
    texts.forEach(typed.halt)
    const isGiven = await writes.record(given)
    if (isGiven) texts.forEach(typed.end)
    // Where nothing was new there is nothing to undo, and a reason still waits for its answer.
    if (isGiven && changes.value.length > written) {
      done.note({ undo: async () => (await writes.record(before)) && goBack(from) })
      reason.value = ''
    }
    return isGiven
  }

  /** What this round says; a verification takes back its own answers, never the first round's. */
  function standing(ref: QuestionRef): NewAnswer {
    const state = stateIn(ref)
    const isOwn = verification.value === null || isAnsweredIn(record.value.answers, ref)
    if (isOwn && state.state === 'answered' && state.answer.evidence !== 'registry') {
      return { ref, value: state.answer.value, evidence: state.answer.evidence }
    }
    return { ref, value: null, evidence: 'respondent' }
  }

  /** One answer for everybody the question in focus applies to and who has none. */
  function fillAll(question: Question): Promise<boolean> {
    const now = interview.value
    if (now === null) return Promise.resolve(false)
    const evidence = evidenceFor(question)
    const answers = quickFill(now, question.group, question.data.name).map((each) => ({ ...each, evidence }))
    return answers.length === 0 ? Promise.resolve(false) : give(answers)
  }

  /**
   * Ends the visit. Unless it goes on another day, what the lead sent it back for is settled with it: `replies` say, by the
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
    household, round, id, changes, labels, step, focus, place, chosenKinds, reason, typed, lastDone: done.last, open, goTo, jump,
    indexOf, indexOfStep, questionOf, stateIn, evidenceFor, give, note: done.note, undo: done.undo, fillAll, ...reading,
    ...agreement, ...elements, ...corrected, ...noted, close,
  } // prettier-ignore
})

function instanceFor(interview: Interview, { question, member, line }: QuestionRef): Instance | undefined {
  const scope = interview.instrument.questions.get(question)?.scope ?? 'household'
  return instancesOf(interview, scope).find((instance) => instance.id === (member ?? line ?? ''))
}
