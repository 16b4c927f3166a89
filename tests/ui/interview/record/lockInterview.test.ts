import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { aHousehold } from '../../../builders/aHousehold'
import { anOpenInterview } from '../../../builders/anOpenInterview'
import { unlock } from '../../../contracts/Machine'

let open: Awaited<ReturnType<typeof anOpenInterview>>

beforeEach(async () => {
  open = await anOpenInterview(aHousehold(), { ...unlock, rememberBySystem: false })
})

/** Locked, and unlocked by its passcode, with the same interview in the window. */
async function lockAndUnlock() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const locking = open.session.lock('/project')
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect(await locking).toBe(true)
  expect(open.session.open).toBeNull()
  const { project } = open.session.locked ?? {}
  expect(project && (await open.shelf.unlock(project, unlock))).toBe(true)
  expect(await open.interview.open(aHousehold())).toBe(true)
  await nextTick()
}

describe('an interview that is locked', () => {
  it('has its half-typed text again after a full disk, and saves it once there is room', async () => {
    await open.goTo({ question: 'note' })
    open.files.isFull = true
    open.input.text = '门口有柴'
    await lockAndUnlock()
    expect([open.here(), open.input.text]).toEqual(['note', '门口有柴'])
    await vi.waitFor(() => expect(open.session.saved.kind).toBe('not_saved'))
    open.files.isFull = false
    expect(await open.session.retry()).toBe(true)
  })

  it('has its answers and its half-typed text again while a save still hangs', async () => {
    await open.goTo({ question: 'food_enough' })
    await open.input.digit(1)
    const goOn = open.files.stall()
    await open.goTo({ question: 'clothing_season' })
    void open.input.digit(1)
    await open.goTo({ question: 'note' })
    for (const text of ['门', '门口有柴']) open.input.text = text
    await lockAndUnlock()
    expect(open.written('clothing_season')).toHaveLength(1)
    expect([open.here(), open.input.text]).toEqual(['note', '门口有柴'])
    expect(open.session.saved.kind).toBe('saving')
    goOn()
    await vi.waitFor(() => expect(open.session.saved.kind).toBe('saved'))
  })
})
