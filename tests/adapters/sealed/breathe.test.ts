import { expect, it } from 'vitest'
import { breathe } from '../../../src/adapters/sealed/breathe'

it('lets what waits come first, where the thread was held for long', async () => {
  const { port1, port2 } = new MessageChannel()
  let arrived = 0
  port1.onmessage = () => (arrived += 1)
  port2.postMessage(null)
  holdThread(20)
  await breathe()
  expect(arrived).toBe(1)
  port1.close()
})

function holdThread(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}
