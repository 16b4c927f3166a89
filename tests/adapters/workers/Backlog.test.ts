import { expect, it } from 'vitest'
import { Backlog } from '../../../src/adapters/workers/Backlog'

/** Hands over so many messages, as long as there is room for another; counts them. */
function handing(backlog: Backlog, count: number): { readonly handed: number } {
  const done = { handed: 0 }
  void (async () => {
    for (; done.handed < count; done.handed += 1) await backlog.handed()
  })()
  return done
}

/** Everything is done by then that needs no word of the worker. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

it('hands over a few messages, and one more for each that is taken', async () => {
  const backlog = new Backlog()
  const done = handing(backlog, 100)
  await settled()
  const few = done.handed
  expect(few).toBeGreaterThan(1)
  expect(few).toBeLessThan(10)
  backlog.taken()
  await settled()
  expect(done.handed).toBe(few + 1)
  backlog.taken()
  backlog.taken()
  await settled()
  expect(done.handed).toBe(few + 3)
})

it('lets nobody wait for a worker that has ended', async () => {
  const backlog = new Backlog()
  const done = handing(backlog, 100)
  await settled()
  expect(done.handed).toBeLessThan(10)
  backlog.end()
  await settled()
  expect(done.handed).toBe(100)
})
