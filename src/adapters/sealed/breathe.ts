/** A frame of 60 a second lasts 16 ms. */
const LONGEST_MS = 12

let breathedAt = 0

/**
 * Lets the thread do what waits, where work has held it for some milliseconds; otherwise resolves at once. A message comes after what waits, as a
 * timer does, and without the 4 ms that browsers make each of a row of timers wait.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - breathedAt < LONGEST_MS) return
  const { port1, port2 } = new MessageChannel()
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve()
    port2.postMessage(null)
  })
  port1.close()
  breathedAt = performance.now()
}
