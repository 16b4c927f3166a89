import { ref, watch } from 'vue'
import { useInterview } from '../record/interview'
import { useRecordings } from '../evidence/recordings'
import { useStepInput } from '../step/stepInput'
import { choiceOfKey } from '../step/choiceOfKey'
import { EVIDENCE_LETTERS } from '../../../application/interview/evidenceLetters'
import { INTERVIEW_COMMANDS } from '../commands'
import type { InterviewPanels } from './InterviewPanels'
import { keyQueue } from './keyQueue'
import { useInterviewKeys } from './useInterviewKeys'
import { useLetters } from './useLetters'
import { usePlaces, type InterviewMode } from './usePlaces'

/** What is written in a number, or in a quantity times a price. */
const OF_NUMBERS = /^[\d.*xX×]$/

/** A reason is for the answer that is just being typed, and the verdict is only shown or hidden: what is typed stays in the field. */
const STAYING: readonly string[] = [...INTERVIEW_COMMANDS.reason.keys, ...INTERVIEW_COMMANDS.verdict.keys]

/** The way through an interview: what each key does, question by question, to the end of the visit. */
export function useInterviewWay(panels: InterviewPanels) {
  const interview = useInterview()
  const input = useStepInput()
  const recordings = useRecordings()
  const { closing, reading } = panels
  const mode = ref<InterviewMode>('ask')
  const places = usePlaces(mode)
  const { isAt, showQuestion, showGroup } = places
  /** Why a finished interview is corrected, as it is typed. */
  const why = ref('')
  const { act, isWaiting } = keyQueue()
  const letter = useLetters(mode, places, panels)

  watch(
    () => interview.isWhyAsked,
    (isAsked) => {
      if (isAsked) mode.value = 'correct'
      else if (mode.value === 'correct') mode.value = 'ask'
    },
  )
  watch(
    () => interview.isReadingAsked,
    (isAsked) => {
      if (isAsked) mode.value = 'read_back'
      interview.isReadingAsked = false
    },
  )
  // Who would rather not talk is not asked on: the visit ends there.
  watch(
    () => [interview.id, interview.isDeclined] as const,
    ([id, isDeclined], [before]) => {
      if (id === before && isDeclined && mode.value === 'ask') mode.value = 'close'
    },
  )
  // Whoever goes elsewhere does not want to correct it.
  watch(mode, (now) => {
    if (now !== 'correct') interview.isWhyAsked = false
  })

  /** For a key that leaves the question: what was typed in it is given first. */
  function move(work: () => unknown): true {
    return act(async () => {
      if (mode.value === 'ask') await input.settle()
      return work()
    })
  }

  useInterviewKeys({
    digit: (number) => act(() => digit(number)),
    evidence: (name) => mode.value === 'ask' && act(() => evidence(name)),
    next: () => act(next),
    previous: () => move(previous),
    following: () => move(following),
    group: (step) => mode.value === 'ask' && move(() => places.goToGroup(step)),
    groupNumber: (number) =>
      mode.value === 'read_back' || move(() => showGroup(places.groupNames()[number - 1])),
    undo: () => act(undo),
    letter: (name) => (STAYING.includes(name) ? act : move)(() => letter(name)),
    isBusy: () => isWaiting() && mode.value !== 'close',
    isTyping: () =>
      mode.value === 'reason' ||
      mode.value === 'correct' ||
      mode.value === 'note' ||
      (mode.value === 'ask' && input.isTyped && !interview.isLocked),
    type: (character) => act(() => type(character)),
    leave: () => move(leaveOrStay),
  })

  /** A character that no field took: typed into the field that is there, or a key of the question. */
  function type(character: string): unknown {
    if (mode.value === 'reason') {
      interview.reason += character
      return
    }
    if (mode.value === 'correct') {
      why.value += character
      return
    }
    if (mode.value === 'note') {
      interview.noteText += character
      return
    }
    if (
      mode.value === 'ask' &&
      input.isTyped &&
      (!input.isNumber || OF_NUMBERS.test(character.normalize('NFKC')))
    ) {
      input.text += character
      return
    }
    const number = choiceOfKey(character)
    if (number !== undefined) return digit(number)
    return evidence(character.toUpperCase()) ?? letter(character.toUpperCase())
  }

  function evidence(name: string): Promise<void> | undefined {
    const kind = EVIDENCE_LETTERS.find(([each]) => each === name)?.[1]
    return kind === undefined ? undefined : input.evidence(kind)
  }

  /** A digit answers the question that is seen, and none behind a prompt. */
  function digit(number: number): unknown {
    switch (mode.value) {
      case 'close':
        return closing.value?.digit(number)
      case 'read_back':
        if (number > 2 || reading.value?.isRead !== true || !isAt('ledger_agreement')) return
        mode.value = 'ask'
        return input.digit(number)
      case 'reason':
      case 'correct':
      case 'note':
        return
      case 'ask':
        if (input.isAskingEvidence) return
        return isAt('recordings') ? recordings.press(number) : input.digit(number)
    }
  }

  function next(): unknown {
    switch (mode.value) {
      case 'close':
        return closing.value?.isClosed === true ? panels.leave() : closing.value?.save()
      case 'read_back':
        return readOn()
      case 'reason':
        mode.value = 'ask'
        return
      case 'note':
        return interview.keepNote().then((isKept) => {
          if (isKept) mode.value = 'ask'
        })
      case 'correct':
        if (interview.beginCorrection(why.value)) why.value = ''
        return
      case 'ask':
        return goOn()
    }
  }

  async function goOn(): Promise<void> {
    const isMore = await input.next()
    if (!places.comeBack() && !isMore) mode.value = 'close'
    // Behind the last line of the ledger it is read, and then asked about; of a paper form that was done at the visit.
    else if (
      isAt('ledger_agreement') &&
      interview.unread.length > 0 &&
      !interview.isLocked &&
      !interview.isOnPaper
    )
      mode.value = 'read_back'
  }

  /** At the end the household is asked, and 1 or 2 is its answer; a finished interview has it already. */
  async function readOn(): Promise<void> {
    if ((await reading.value?.next()) !== true && interview.isLocked) mode.value = 'ask'
  }

  function previous(): void {
    if (mode.value === 'ask') input.pass(-1)
    else if (mode.value === 'read_back' && reading.value?.previous() === true) return
    else if (closing.value?.isClosed !== true) mode.value = 'ask'
  }

  /** The way back of `previous`, with nothing recorded. */
  function following(): unknown {
    if (mode.value === 'read_back') return reading.value?.next()
    if (mode.value === 'ask' && !input.pass(1)) mode.value = 'close'
    return undefined
  }

  /** What was opened last is shut, else what was done last is taken back. */
  function undo(): unknown {
    if (mode.value === 'ask') return input.undo()
    previous()
    return undefined
  }

  /** Whoever leaves a correction unsettled is shown what is open; from there it can be left so. */
  function leaveOrStay(): unknown {
    if (closing.value?.isClosed === true) return panels.leave()
    if (mode.value === 'ask' && interview.isLeftOpen) {
      mode.value = 'close'
      return undefined
    }
    if (mode.value === 'ask' || (mode.value === 'close' && interview.isLeftOpen)) return panels.leave()
    mode.value = 'ask'
    return undefined
  }

  function correctLine(line: string): void {
    mode.value = 'ask'
    showQuestion({ question: 'amount_yuan', line })
  }

  return {
    mode,
    why,
    act,
    move,
    digit,
    next,
    letter,
    showQuestion,
    showComment: places.showComment,
    showGroup,
    correctLine,
  }
}
