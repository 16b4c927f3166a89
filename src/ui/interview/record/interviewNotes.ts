import { computed, type Ref } from 'vue'
import type { Change } from '../../../domain/changes/Change'
import { pathOfAnswer } from '../../../domain/interview/answerPath'
import type { InterviewStep } from '../../../domain/interview/interviewSteps'
import { notesIn, type Note } from '../../../domain/interview/notes'
import type { interviewWrites } from './interviewWrites'
import type { thingsDone } from './thingsDone'
import type { typedTexts } from './typedTexts'

interface OpenInterview {
  readonly changes: Readonly<Ref<readonly Change[]>>
  readonly step: Readonly<Ref<InterviewStep | undefined>>
  readonly writes: ReturnType<typeof interviewWrites>
  readonly done: ReturnType<typeof thingsDone>
  readonly typed: ReturnType<typeof typedTexts>
  goBack(left: InterviewStep | undefined): true
  mayChange(): boolean
}

/** Before the path of the answer that a note which is being typed is meant to stand beside. */
export const NOTE_TYPED = 'notes/'

/** Notes beside the question in focus: any number of them, added and taken away one by one. */
export function interviewNotes({ changes, step, writes, done, typed, goBack, mayChange }: OpenInterview) {
  const notes = computed(() => notesIn(changes.value))
  /** Path of the answer in focus; null where no question is. */
  const about = computed(() =>
    step.value === undefined || step.value.kind === 'add_line' ? null : pathOfAnswer(step.value.ref),
  )
  const notesHere = computed(() => notes.value.filter((note) => note.about === about.value))
  /** The note that is being typed here. */
  const noteText = computed({
    get: () => (about.value === null ? '' : (typed.textAt(NOTE_TYPED + about.value) ?? '')),
    set(text) {
      if (about.value !== null && mayChange()) typed.type(NOTE_TYPED + about.value, text)
    },
  })

  /** Whether it is on the disk already; null where nothing is being typed. */
  const noteKeeping = computed(() => {
    if (about.value === null || noteText.value === '') return null
    return typed.isKept(NOTE_TYPED + about.value) ? 'kept' : 'keeping'
  })

  /** Keeps what was typed as a note; true where nothing was typed too. */
  async function keepNote(): Promise<boolean> {
    const [text, place, from] = [noteText.value.trim(), about.value, step.value]
    if (text === '' || place === null) return true
    if (!mayChange()) return false
    typed.halt(NOTE_TYPED + place)
    const path = await writes.addNote(place, text)
    if (path === null) return false
    typed.type(NOTE_TYPED + place, '')
    done.note({ undo: async () => (await writes.setNote(path, null)) && goBack(from) })
    return true
  }

  async function removeNote({ path, text }: Note): Promise<void> {
    const from = step.value
    if (!mayChange() || !(await writes.setNote(path, null))) return
    done.note({ undo: async () => (await writes.setNote(path, text)) && goBack(from) })
  }

  return { notes, notesHere, noteText, noteKeeping, keepNote, removeNote }
}
