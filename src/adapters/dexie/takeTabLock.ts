/**
 * A lock that no other tab or window of this origin can hold at the same time; it ends with the page.
 * Returns the function that releases it, or undefined when another page holds it.
 */
export function takeTabLock(locks: LockManager, name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const holding = locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(undefined)
        return undefined
      }
      return new Promise<void>((letGo) => resolve(() => letGo()))
    })
    holding.catch(reject)
  })
}
