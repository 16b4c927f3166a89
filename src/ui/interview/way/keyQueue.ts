/** Keys wait for the answer before them to be saved, so that none is lost to a fast hand or a slow disk. */
export function keyQueue() {
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0

  function act(work: () => unknown): true {
    waiting++
    // A fault in one key must not take the keys behind it along.
    queue = queue
      .then(work)
      .catch(reportError)
      .finally(() => void waiting--)
    return true
  }

  return { act, isWaiting: () => waiting > 0 }
}
