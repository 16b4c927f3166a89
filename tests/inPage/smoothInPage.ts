/** What a benchmark outside may ask of the window's thread, by `page.evaluate`. */
export interface SmoothInPage {
  /** Forgets the tasks seen so far. */
  begin(): void
  /** Milliseconds of every task of over 50 ms since `begin`. */
  longTasks(): Promise<readonly number[]>
  /** Who took the window's thread for long since `begin`: function, milliseconds; the longest first. */
  blame(): readonly string[]
  /** Scrolls the element from end to end in so many frames. */
  scroll(selector: string, frames: number): Promise<void>
  /** Milliseconds from the next key's own time stamp until the frame with what it typed is handed over to be drawn. */
  watchKey(): void
  painted(): Promise<number>
}

let tasks: number[] = []
const observer = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) tasks.push(duration)
})
observer.observe({ type: 'longtask' })

interface LongFrame extends PerformanceEntry {
  readonly scripts: readonly {
    readonly duration: number
    readonly invoker: string
    readonly sourceFunctionName: string
    readonly sourceCharPosition: number
  }[]
}

let scripts: LongFrame['scripts'][number][] = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) scripts.push(...(entry as LongFrame).scripts)
}).observe({ type: 'long-animation-frame' })

let result: Promise<number> = Promise.resolve(0)

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}

const smoothInPage: SmoothInPage = {
  begin() {
    observer.takeRecords()
    tasks = []
    scripts = []
  },
  async longTasks() {
    // A task's entry comes after it.
    await frame()
    await frame()
    for (const { duration } of observer.takeRecords()) tasks.push(duration)
    return tasks
  },
  blame() {
    return [...scripts]
      .sort((left, right) => right.duration - left.duration)
      .slice(0, 4)
      .map(
        ({ duration, invoker, sourceFunctionName, sourceCharPosition }) =>
          `${sourceFunctionName || invoker} @${sourceCharPosition}: ${duration.toFixed(0)} ms`,
      )
  },
  async scroll(selector, frames) {
    const element = document.querySelector(selector)
    if (element === null) throw new Error(`nothing to scroll: ${selector}`)
    const end = element.scrollHeight - element.clientHeight
    for (let nth = 0; nth <= frames; nth += 1) {
      element.scrollTop = (end * nth) / frames
      await frame()
    }
  },
  watchKey() {
    result = new Promise((resolve) => {
      window.addEventListener(
        'input',
        ({ timeStamp }) => {
          const { port1, port2 } = new MessageChannel()
          // The frame's own work comes between the callback and the message.
          port1.onmessage = () => {
            resolve(performance.now() - timeStamp)
            port1.close()
          }
          requestAnimationFrame(() => port2.postMessage(null))
        },
        { capture: true, once: true },
      )
    })
  },
  painted: () => result,
}

;(globalThis as unknown as { smoothInPage: SmoothInPage }).smoothInPage = smoothInPage
