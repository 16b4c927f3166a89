// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchIdle } from '../../../../src/ui/app/lock/watchIdle'

const MINUTE = 60_000

let asked: number
let canLock: boolean
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  asked = 0
  canLock = true
  stop = watchIdle(
    () => 5 * MINUTE,
    () => {
      asked += 1
      return Promise.resolve(canLock)
    },
  )
})

afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('the watch over idleness', () => {
  it('locks once after the time without a touch', async () => {
    await vi.advanceTimersByTimeAsync(5 * MINUTE - 1)
    expect(asked).toBe(0)
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(asked).toBe(1)
  })

  it.each(['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'])(
    'begins again at every %s',
    async (name) => {
      await vi.advanceTimersByTimeAsync(4 * MINUTE)
      document.body.dispatchEvent(new Event(name, { bubbles: true }))
      await vi.advanceTimersByTimeAsync(5 * MINUTE - 1)
      expect(asked).toBe(0)
      await vi.advanceTimersByTimeAsync(6_000)
      expect(asked).toBe(1)
    },
  )

  it('asks again soon while it cannot be locked', async () => {
    canLock = false
    await vi.advanceTimersByTimeAsync(5 * MINUTE + 12_000)
    expect(asked).toBe(3)
    canLock = true
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect(asked).toBe(4)
  })

  it('locks at once when the laptop wakes from a sleep longer than that', async () => {
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asked).toBe(1)
  })

  it('ends on request', async () => {
    stop()
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(asked).toBe(0)
  })
})
