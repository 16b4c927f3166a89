import type { Ref } from 'vue'
import { namesByKey } from '../../app/keys/Command'
import { INTERVIEW_COMMANDS, type InterviewCommand } from '../commands'
import { usePhotos } from '../evidence/photos'
import { useRecordings } from '../evidence/recordings'
import { useInterview } from '../record/interview'
import { useStepInput } from '../step/stepInput'
import { useVerdictSight } from '../verdictSight'
import type { InterviewPanels } from './InterviewPanels'
import type { InterviewMode, usePlaces } from './usePlaces'

const NAMES = namesByKey<InterviewCommand>(INTERVIEW_COMMANDS)

/** Commands after which something is changed: a finished interview asks why first. */
const CHANGING: readonly InterviewCommand[] = ['everyone', 'reason', 'member', 'note', 'end']

/** What the letters of the interview do, by where one is. */
export function useLetters(
  mode: Ref<InterviewMode>,
  places: ReturnType<typeof usePlaces>,
  { closing, reading, nextHousehold }: InterviewPanels,
) {
  const interview = useInterview()
  const input = useStepInput()
  const photos = usePhotos()
  const recordings = useRecordings()
  const sight = useVerdictSight()
  const { goAside, isAt, showQuestion, nextUnanswered } = places

  const atQuestions: Partial<Readonly<Record<InterviewCommand, () => unknown>>> = {
    everyone: () => (input.isAskingEvidence ? undefined : input.fillAll()),
    readAloud: () => {
      mode.value = 'read_back'
      return showQuestion({ question: 'ledger_agreement' })
    },
    reason: () => void (mode.value = 'reason'),
    soundFile: () => {
      if (openAside('recordings')) void recordings.choose().catch(reportError)
    },
    unanswered: nextUnanswered,
    camera: () => {
      if (openAside('photos')) photos.isTaking = !photos.isBusy
    },
    line: places.showLine,
    member: () => interview.addMember().then(places.showNewMember),
    note: () => {
      // Beside a new line there is nothing yet to note.
      if (interview.step?.kind !== 'add_line') mode.value = 'note'
    },
    end: () => void (mode.value = 'close'),
    photo: () => {
      // Whoever looks for a photo may take his time: no key waits for it.
      if (openAside('photos')) void photos.choose().catch(reportError)
    },
    sound: () => {
      // The question comes first: it asks whether recording is all right. Once that is known, no question is left for it.
      if ((isAt('recordings') || recordings.isAllowed) && interview.mayChange())
        void recordings.toggle().catch(reportError)
      else goAside('recordings')
    },
    comment: places.showCommented,
  }

  function letter(key: string): unknown {
    const name = NAMES.get(key)
    // What runs is ended wherever one is.
    if (name === 'sound' && recordings.state === 'running') return recordings.stop()
    if (mode.value === 'read_back') return name === 'reason' ? reading.value?.correct() : undefined
    if (name === 'verdict') return sight.toggle()
    if (mode.value === 'close') return letterAtClose(key)
    if (name === undefined || (CHANGING.includes(name) && !interview.mayChange())) return
    return atQuestions[name]?.()
  }

  /** Goes to pictures or sounds. False where none may be added: those of a finished interview are shown first. */
  function openAside(question: string): boolean {
    const isHere = isAt(question)
    goAside(question)
    return (!interview.isLocked || isHere) && interview.mayChange()
  }

  function letterAtClose(key: string): unknown {
    if (closing.value?.isClosed === true) return key === 'N' ? nextHousehold() : undefined
    if (NAMES.get(key) !== 'unanswered') return
    mode.value = 'ask'
    return nextUnanswered()
  }

  return letter
}
