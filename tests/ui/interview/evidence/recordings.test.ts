import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest'
import { createApp } from 'vue'
import { hashBytes } from '../../../../src/adapters/crypto/hashBytes'
import { keyedHash } from '../../../../src/adapters/crypto/keyedHash'
import { MemoryIndexShelf } from '../../../../src/adapters/memory/MemoryIndexShelf'
import { KNOWN_FORMS } from '../../../../src/adapters/resources/instruments'
import { PRACTICE } from '../../../../src/adapters/resources/practice'
import { rulesOf } from '../../../../src/adapters/resources/rulesOf'
import { STANDARDS } from '../../../../src/adapters/resources/standards'
import { practiceCounty } from '../../../../src/application/practice/practiceCounty'
import { foldChanges } from '../../../../src/domain/changes/foldChanges'
import { parseAttachmentName } from '../../../../src/domain/interview/attachmentName'
import { SOUND } from '../../../../src/domain/interview/soundLimits'
import { SERVICES, type Services } from '../../../../src/ui/app/services'
import { useHouseholds } from '../../../../src/ui/households/households'
import { useInterview } from '../../../../src/ui/interview/record/interview'
import { useRecordings } from '../../../../src/ui/interview/evidence/recordings'
import { useSession } from '../../../../src/ui/app/session/session'
import { useShelf } from '../../../../src/ui/start/shelf'
import { INSTRUMENT } from '../../../builders/anInterview'
import { LossyFiles } from '../../../contracts/LossyFiles'
import { aMachine, type Machine } from '../../../contracts/Machine'
import { valueOf } from '../../../contracts/projectStoreContract'

/** In place of the browser's: each part is a sound of its own. */
class FakeRecorder extends EventTarget {
  static parts = 0
  state = 'inactive'

  constructor(microphone: EventTarget) {
    super()
    microphone.addEventListener('ended', () => this.state === 'recording' && this.stop())
  }

  start(): void {
    this.state = 'recording'
  }

  stop(): void {
    this.state = 'inactive'
    const data = new Blob([`part ${++FakeRecorder.parts}`])
    queueMicrotask(() => {
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data }))
      this.dispatchEvent(new Event('stop'))
    })
  }
}

class FakeMicrophone extends EventTarget {
  isOn = true
  readonly getTracks = () => [this]
  readonly getAudioTracks = () => [this]
  stop(): void {
    this.isOn = false
  }
}

let files: LossyFiles
let machine: Machine
/** The window, as far as recordings ask of it. */
let frame: EventTarget & { readonly close: Mock }
let microphone: FakeMicrophone
let recordings: ReturnType<typeof useRecordings>
let session: ReturnType<typeof useSession>
let interview: ReturnType<typeof useInterview>

beforeEach(async () => {
  files = new LossyFiles()
  microphone = new FakeMicrophone()
  vi.stubGlobal('MediaRecorder', FakeRecorder)
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => Promise.resolve(microphone) } })
  frame = Object.assign(new EventTarget(), { close: vi.fn() })
  vi.stubGlobal('window', frame)
  machine = aMachine(files, new MemoryIndexShelf())
  // What an interview and its sounds ask of the app; the rest of it is not called here.
  const services: Partial<Services> = {
    shelf: machine.shelf,
    edition: STANDARDS.standards,
    forms: KNOWN_FORMS,
    newSalt: () => '00'.repeat(16),
    now: () => '2020-12-31T08:00:00Z',
    pause: () => Promise.resolve(),
    digest: (text) => text,
    hashOf: hashBytes,
    rulesOf,
    versionsOf: (_, roster) => ({ roster, instrument: '1', standards: '1', rules: '1' }),
    practiceCounty: ({ seed, salt }) =>
      practiceCounty({ households: 30, seed, hash: keyedHash(salt) }, PRACTICE, INSTRUMENT),
  }
  const app = createApp({}).use(createPinia())
  app.provide(SERVICES, services as Services)
  session = app.runWithContext(() => useSession())
  expect(await app.runWithContext(() => useShelf()).createPractice('某县', '甲')).toBe(true)
  const households = app.runWithContext(() => useHouseholds())
  await households.load()
  const [row] = households.rows
  const household = row && (await households.wholeOf([row.household.id])).get(row.household.id)
  if (household === undefined) throw new Error('no household')
  interview = app.runWithContext(() => useInterview())
  expect(await interview.open(household)).toBe(true)
  // Whoever comes first in a practice county was visited already.
  expect(interview.beginCorrection('补录')).toBe(true)
  recordings = app.runWithContext(() => useRecordings())
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a recording', () => {
  it('is kept when it is stopped, and the microphone is off', async () => {
    await recordings.toggle()
    expect(recordings.state).toBe('running')
    await vi.advanceTimersByTimeAsync(2000)
    expect([Math.floor(recordings.seconds), recordings.names]).toEqual([2, []])
    await recordings.toggle()
    expect([recordings.state, recordings.unkept, microphone.isOn]).toEqual(['idle', 0, false])
    const kept = parseAttachmentName(recordings.names[0] ?? '')?.kept ?? ''
    expect(await session.open?.store.attachment(kept)).toBeDefined()
  })

  it('is kept in parts while it goes on, and stops when it is as long as may be', async () => {
    await recordings.toggle()
    await vi.advanceTimersByTimeAsync(SOUND.partSeconds * 1000)
    await vi.waitFor(() => expect(recordings.names).toHaveLength(1))
    expect(recordings.state).toBe('running')
    await vi.advanceTimersByTimeAsync((SOUND.longestSeconds - SOUND.partSeconds) * 1000)
    await vi.waitFor(() => expect(recordings.state).toBe('idle'))
    expect(recordings.names).toHaveLength(SOUND.longestSeconds / SOUND.partSeconds)
    expect(recordings.fault?.kind).toBe('full')
    expect(microphone.isOn).toBe(false)
  })

  it('is kept when its microphone is pulled out', async () => {
    await recordings.toggle()
    microphone.dispatchEvent(new Event('ended'))
    await recordings.stop()
    expect(recordings.names).toHaveLength(1)
  })

  it('is not named while the disk does not take it, and is kept once it does', async () => {
    await recordings.toggle()
    files.isFull = true
    await recordings.stop()
    expect([recordings.names, recordings.unkept]).toEqual([[], 1])
    files.isFull = false
    await recordings.stop()
    expect([recordings.names.length, recordings.unkept]).toEqual([1, 0])
  })

  it('is kept before the project is left', async () => {
    await recordings.toggle()
    const store = session.open?.store
    const put = vi.spyOn(store as NonNullable<typeof store>, 'putAttachment')
    await session.leave()
    expect(put).toHaveBeenCalledOnce()
    expect(recordings.state).toBe('idle')
  })

  it('is kept before its window closes, which closes then', async () => {
    await recordings.toggle()
    expect(closeWindow()).toBe('held')
    await vi.waitFor(() => expect(frame.close).toHaveBeenCalledOnce())
    expect([recordings.names.length, recordings.unkept, microphone.isOn]).toEqual([1, 0, false])
    expect(closeWindow()).toBe('closed')
  })

  it('holds its window once where the disk is full, says so, and loses nothing of what was kept before', async () => {
    await recordings.toggle()
    await vi.advanceTimersByTimeAsync(SOUND.partSeconds * 1000)
    await vi.waitFor(() => expect(recordings.names).toHaveLength(1))
    const { names } = recordings
    files.isFull = true
    expect(closeWindow()).toBe('held')
    await vi.waitFor(() => expect(recordings.unkept).toBe(1))
    expect([recordings.names, microphone.isOn, session.saved.kind]).toEqual([names, false, 'not_saved'])
    expect(frame.close).not.toHaveBeenCalled()
    expect(closeWindow()).toBe('closed')

    // The process is gone, and its disk has room again.
    files.isFull = false
    const { projectId } = session.open?.store ?? { projectId: '' }
    const store = valueOf(await machine.restarted().shelf.open(projectId, { by: 'nothing_practice' }))
    expect(store.openingProblems).toEqual([])
    const [household] = await store.householdsWithChanges()
    const changes = (await store.changesOfHouseholds([household ?? ''])).get(household ?? '') ?? []
    const named = foldChanges(changes.filter(({ entity }) => entity === 'interview')).get('recordings')
    expect(named?.heads.map(({ value }) => value)).toEqual([names])
    expect(await store.attachment(parseAttachmentName(names[0] ?? '')?.kept ?? '')).toBeDefined()
  })

  it('does not begin in a finished interview before its correction has a reason', async () => {
    interview.endCorrection()
    await recordings.toggle()
    expect([recordings.state, interview.isWhyAsked]).toEqual(['idle', true])
  })

  it('does not begin when it was stopped before the microphone was there', async () => {
    const begun = recordings.toggle()
    await recordings.stop()
    await begun
    expect([recordings.state, microphone.isOn]).toEqual(['idle', false])
  })
})

/** What becomes of a window that is asked to close. */
function closeWindow(): 'held' | 'closed' {
  return frame.dispatchEvent(new Event('beforeunload', { cancelable: true })) ? 'closed' : 'held'
}
