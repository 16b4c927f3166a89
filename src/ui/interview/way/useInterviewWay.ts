import { ref, watch, type Ref } from 'vue'
import { useInterview } from '../record/interview'
import { usePhotos } from '../evidence/photos'
import { useRecordings } from '../evidence/recordings'
import { useStepInput } from '../step/stepInput'
import { choiceOfKey } from '../step/choiceKeys'
import { EVIDENCE_LETTERS } from '../step/evidenceLetters'
import { useInterviewKeys } from './useInterviewKeys'
import { usePlaces, type InterviewMode } from './usePlaces'

/** The panel that ends the visit, as far as keys concern it. */
export interface ClosingPanel {
  readonly isClosed: boolean
  digit(number: number): unknown
  save(): unknown
}

/** The ledger read aloud, as far as keys concern it. */
export interface ReadingPanel {
  /** The household is asked whether it is right. */
  readonly isRead: boolean
  /** False when all lines are read. */
  next(): Promise<boolean>
  /** False at the first line. */
  previous(): boolean
  correct(): void
}

export interface InterviewPanels {
  readonly closing: Readonly<Ref<ClosingPanel | null>>
  readonly reading: Readonly<Ref<ReadingPanel | null>>
  nextHousehold(): Promise<void>
  leave(): Promise<void>
}

/** What is written in a number, or in a quantity times a price. */
const OF_NUMBERS = /^[\d.*xX×]$/

/** Letters after which something is changed: a finished interview asks why first. */
const CHANGING = ['A', 'C', 'M', 'N', 'O']

/** The way through an interview: what each key does, question by question, to the end of the visit. */
export function useInterviewWay(panels: InterviewPanels) {
  const interview = useInterview()
  const input = useStepInput()
  const photos = usePhotos()
  const recordings = useRecordings()
  const { closing, reading } = panels
  const mode = ref<InterviewMode>('ask')
  const places = usePlaces(mode)
  const { goAside, isAt, showQuestion, showGroup, nextUnanswered } = places
  /** Why a finished interview is corrected, as it is typed. */
  const why = ref('')
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0

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
  // Whoever goes elsewhere does not want to correct it.
  watch(mode, (now) => {
    if (now !== 'correct') interview.isWhyAsked = false
  })

  /** Keys wait for the answer before them to be saved, so that none is lost to a fast hand or a slow disk. */
  function act(work: () => unknown): true {
    waiting++
    // A fault in one key must not take the keys behind it along.
    queue = queue
      .then(work)
      .catch(reportError)
      .finally(() => void waiting--)
    return true
  }

  /** The same for a key that leaves the question: what was typed in it is given first. */
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
    groupNumber: (number) => move(() => showGroup(places.groupNames()[number - 1])),
    undo: () => act(undo),
    // A reason is for the answer that is just being typed: it stays in the field.
    letter: (name) => (name === 'C' ? act : move)(() => letter(name)),
    isBusy: () => waiting > 0 && mode.value !== 'close',
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
    // Behind the last line of the ledger it is read, and then asked about.
    else if (isAt('ledger_agreement') && interview.unread.length > 0 && !interview.isLocked)
      mode.value = 'read_back'
  }

  async function readOn(): Promise<void> {
    if ((await reading.value?.next()) !== true) mode.value = 'ask'
  }

  function previous(): void {
    if (mode.value === 'ask') input.pass(-1)
    else if (mode.value === 'read_back' && reading.value?.previous() === true) return
    else if (closing.value?.isClosed !== true) mode.value = 'ask'
  }

  /** The way back of `previous`, with nothing said. */
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

  function letter(key: string): unknown {
    if (mode.value === 'close') return letterAtClose(key)
    if (mode.value === 'read_back') return key === 'C' ? reading.value?.correct() : undefined
    if (CHANGING.includes(key) && !interview.mayChange()) return
    switch (key) {
      case 'A':
        return input.isAskingEvidence ? undefined : input.fillAll()
      case 'B':
        mode.value = 'read_back'
        return showQuestion({ question: 'ledger_agreement' })
      case 'C':
        mode.value = 'reason'
        return
      case 'F':
        if (!openAside('recordings')) return
        void recordings.choose().catch(reportError)
        return
      case 'G':
        return nextUnanswered()
      case 'K':
        if (!openAside('photos')) return
        photos.isTaking = !photos.isBusy
        return
      case 'L':
        return places.showLine()
      case 'M':
        return interview.addMember().then(places.showNewMember)
      case 'N':
        // Beside a new line there is nothing yet to note.
        if (interview.step?.kind !== 'add_line') mode.value = 'note'
        return
      case 'O':
        mode.value = 'close'
        return
      case 'P':
        if (!openAside('photos')) return
        // Whoever looks for a photo may take his time: no key waits for it.
        void photos.choose().catch(reportError)
        return
      case 'S':
        // The question comes first: it asks whether recording is all right.
        if (isAt('recordings') && interview.mayChange()) void recordings.toggle().catch(reportError)
        else goAside('recordings')
        return
      case 'T':
        return places.showCommented()
    }
  }

  /** Goes to pictures or sounds. False where none may be added: those of a finished interview are shown first. */
  function openAside(question: string): boolean {
    const isHere = isAt(question)
    goAside(question)
    return (!interview.isLocked || isHere) && interview.mayChange()
  }

  function letterAtClose(key: string): unknown {
    if (closing.value?.isClosed === true) return key === 'N' ? panels.nextHousehold() : undefined
    if (key !== 'G') return
    mode.value = 'ask'
    return nextUnanswered()
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
