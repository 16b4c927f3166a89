const ACTIVITY = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const

/** How soon to ask again when it could not be locked (a write was under way). */
const ASK_AGAIN_MS = 5_000

/**
 * Calls `lock` once nobody has touched keyboard or pointer for so long. By the wall clock: a laptop that slept through the
 * time locks when it wakes. `lock` answers whether it did; if not, it is asked again soon. Gives the call that ends this.
 */
export function watchIdle(limitMs: () => number, lock: () => Promise<boolean>): () => void {
  let lastActivity = Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  function note(): void {
    lastActivity = Date.now()
  }

  function plan(inMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), inMs)
  }

  async function look(): Promise<void> {
    const left = lastActivity + limitMs() - Date.now()
    if (left > 0) plan(Math.min(left, ASK_AGAIN_MS))
    else if (!(await lock())) plan(ASK_AGAIN_MS)
  }

  for (const name of ACTIVITY) document.addEventListener(name, note, { capture: true, passive: true })
  plan(ASK_AGAIN_MS)
  return () => {
    clearTimeout(timer)
    for (const name of ACTIVITY) document.removeEventListener(name, note, { capture: true })
  }
}
