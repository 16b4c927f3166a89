import { defineStore } from 'pinia'
import { base64 } from '@scure/base'
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { attachmentNameText } from '../../../domain/interview/attachmentName'
import { SOUND } from '../../../domain/interview/soundLimits'
import { chooseAttachments } from '../../shared/attachments/chooseAttachments'
import { useAttachmentAnswer } from './useAttachmentAnswer'
import { closeDevice, openDevice, type DeviceFault } from '../../shared/attachments/openDevice'
import { useServices } from '../../app/services'
import { readSoundFile } from './readSoundFile'
import { SoundRecorder } from './SoundRecorder'
import { useInterview } from '../record/interview'
import { useSession } from '../../app/session/session'

const LOOK_AT_CLOCK_MS = 250

/** Sounds that a lock found unkept, in base64. */
interface CarriedSounds {
  readonly interview: string
  readonly sounds: readonly string[]
}

export interface SoundFault {
  readonly kind: DeviceFault | 'unreadable' | 'tooLarge' | 'full'
  /** Of the file, where one was chosen. */
  readonly name: string
}

/** The sounds of the interview in the window: recorded or chosen, kept, and only then named in the answer. */
export const useRecordings = defineStore('recordings', () => {
  const { hashOf } = useServices()
  const session = useSession()
  const interview = useInterview()
  const { names, mayChange, addName, remove } = useAttachmentAnswer('recordings')
  const state = ref<'idle' | 'opening' | 'running' | 'keeping'>('idle')
  const seconds = ref(0)
  const fault = ref<SoundFault | null>(null)
  /** Recorded or chosen, and not yet on disk; what the disk did not take stays here. */
  const waiting = shallowRef<readonly Blob[]>([])
  /** The household was asked at this visit, and something was recorded: it may be once more, at any question. */
  const isAllowed = ref(false)
  const unkept = computed(() => (state.value === 'idle' ? waiting.value.length : 0))
  /** The sound whose digit was pressed last: it is played, or halted. */
  const pressed = shallowRef<{ readonly number: number } | null>(null)
  let recorder: SoundRecorder | null = null
  let clock: ReturnType<typeof setInterval> | undefined
  let keeping: Promise<unknown> = Promise.resolve()
  let stopping: Promise<void> | null = null
  /** Until the last of what was recorded is in `waiting`: it needs no disk. */
  let ending: Promise<unknown> = Promise.resolve()
  /** Whether closing the window was held up because the disk did not take what waits. */
  let isTold = false

  // Whoever locks or leaves the project waits until the recording is kept.
  onScopeDispose(session.beforeClosing(stop))
  // What the disk did not take goes along, and is there again with its interview.
  onScopeDispose(session.carry('recordings', give))
  let before = session.takeBack('recordings') as CarriedSounds | null
  watch(() => interview.id, takeBack, { immediate: true })
  window.addEventListener('beforeunload', keepFirst)
  onScopeDispose(() => window.removeEventListener('beforeunload', keepFirst))

  async function give(): Promise<CarriedSounds | null> {
    await ending
    if (waiting.value.length === 0) return before
    const sounds = await Promise.all(
      waiting.value.map(async (sound) => base64.encode(new Uint8Array(await sound.arrayBuffer()))),
    )
    return { interview: interview.id, sounds }
  }

  function takeBack(id: string): void {
    if (before === null || visitOf(before.interview) !== visitOf(id)) return
    waiting.value = before.sounds.map((sound) => new Blob([base64.decode(sound) as Uint8Array<ArrayBuffer>]))
    before = null
    void stop()
  }

  function toggle(): Promise<void> {
    return state.value === 'idle' ? start() : stop()
  }

  async function start(): Promise<void> {
    // What nobody may keep is not recorded.
    if (!mayChange()) return
    fault.value = null
    state.value = 'opening'
    const opened = await openDevice({ audio: { channelCount: 1 } })
    // Left before the microphone was there.
    if ((state.value as string) !== 'opening')
      return typeof opened === 'string' ? undefined : closeDevice(opened)
    if (typeof opened === 'string') return fail(opened)
    opened.getAudioTracks()[0]?.addEventListener('ended', () => void stop())
    recorder = new SoundRecorder(opened, take)
    seconds.value = 0
    state.value = 'running'
    isAllowed.value = true
    watchClock(performance.now())
  }

  function fail(kind: DeviceFault): void {
    fault.value = { kind, name: '' }
    state.value = 'idle'
  }

  function watchClock(begunAt: number): void {
    let partEnds: number = SOUND.partSeconds
    clock = setInterval(() => {
      seconds.value = (performance.now() - begunAt) / 1000
      if (seconds.value >= SOUND.longestSeconds) {
        fault.value = { kind: 'full', name: '' }
        void stop()
      } else if (seconds.value >= partEnds) {
        partEnds += SOUND.partSeconds
        recorder?.nextPart()
      }
    }, LOOK_AT_CLOCK_MS)
  }

  /** Ends what runs, and keeps whatever is not kept yet; resolves once that was tried. */
  function stop(): Promise<void> {
    stopping ??= endAndKeep().finally(() => (stopping = null))
    return stopping
  }

  /** The household is left: what runs ends, and whoever comes back asks again. */
  function leave(): Promise<void> {
    isAllowed.value = false
    return stop()
  }

  async function endAndKeep(): Promise<void> {
    clearInterval(clock)
    const ended = recorder
    recorder = null
    // At once: a microphone that opens only now is not wanted any more.
    state.value = 'keeping'
    ending = Promise.resolve(ended?.stop())
    await ending
    await keepWaiting()
    state.value = 'idle'
  }

  /** A window that is closed while something is not kept yet closes once it is; closed again, it is let go. */
  function keepFirst(event: BeforeUnloadEvent): void {
    if (isTold || (recorder === null && waiting.value.length === 0)) return
    event.preventDefault()
    void stop().then(() => {
      isTold = waiting.value.length > 0
      if (!isTold) window.close()
    })
  }

  async function choose(): Promise<void> {
    if (state.value !== 'idle' || !mayChange()) return
    fault.value = null
    for (const file of await chooseAttachments('audio/*')) {
      const read = await readSoundFile(file)
      if (typeof read === 'string') fault.value = { kind: read, name: file.name }
      else take(file)
    }
    await stop()
  }

  function take(sound: Blob): void {
    waiting.value = [...waiting.value, sound]
    isTold = false
    void keepWaiting()
  }

  /** One after the other: each name joins those before it. */
  function keepWaiting(): Promise<unknown> {
    keeping = keeping.catch(() => undefined).then(keepEach)
    return keeping
  }

  async function keepEach(): Promise<void> {
    for (let next = waiting.value[0]; next !== undefined; next = waiting.value[0]) {
      if (!(await keep(next))) return
      waiting.value = waiting.value.slice(1)
    }
  }

  /** False when the disk did not take it, which the saved mark shows. */
  async function keep(sound: Blob): Promise<boolean> {
    const store = session.open?.store
    if (store === undefined) return false
    const bytes = new Uint8Array(await sound.arrayBuffer())
    const hash = await hashOf(bytes)
    const name = attachmentNameText({ kept: hash, original: hash })
    if (!(await session.save(() => store.putAttachment(bytes)))) return false
    return addName(name)
  }

  function press(number: number): void {
    pressed.value = { number }
  }

  return {
    names,
    state,
    isAllowed,
    seconds,
    fault,
    unkept,
    pressed,
    toggle,
    stop,
    leave,
    choose,
    press,
    remove,
  }
})

/** Household and round: an interview in which nothing was recorded yet has another copy whenever it is opened. */
function visitOf(interview: string): string {
  return interview.slice(0, interview.lastIndexOf('/'))
}
