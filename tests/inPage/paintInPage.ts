/** What stands in the interview's card, or that the list is there. */
export interface InterviewScreen {
  /** Name of the question, or kind of the ledger's step; `list` on the household list, empty while neither is there. */
  readonly question: string
  /** Whom it is about, and its wording. */
  readonly heading: string
  /** It is asked how the answer just given is known. */
  readonly isAsked: boolean
  readonly choices: readonly string[]
}

/** One key press, seen from inside the window; milliseconds from the key's own time stamp. */
export interface KeyPainted {
  /** Until what it brings stood in the document. */
  readonly shown: number
  /** Until the frame with it was handed over to be drawn. */
  readonly painted: number
  /** What stands there now. */
  readonly screen: InterviewScreen
}

/** What a benchmark outside may ask of the app's own window, by `page.evaluate`. */
export interface PaintInPage {
  /** Watches for the next key and what it brings to the interview; call it before the key is pressed. */
  watchApp(): void
  /** The same for a bare line of text that every key changes; the app gets none of these keys. */
  watchBareText(): void
  /** What the key brought, once it is painted. */
  painted(): Promise<KeyPainted>
  screen(): InterviewScreen
}

const bareText = document.createElement('p')
bareText.style.cssText = 'position: fixed; top: 0; left: 40%; z-index: 9; margin: 0; font-size: 24px'
bareText.textContent = '0'
document.body.append(bareText)

let began: number | null = null
let isBare = false
let stood = ''
let result: Promise<KeyPainted> = Promise.reject(new Error('nothing is watched'))
result.catch(() => undefined)

window.addEventListener(
  'keydown',
  (event) => {
    began ??= event.timeStamp
    if (!isBare) return
    event.stopImmediatePropagation()
    event.preventDefault()
    bareText.textContent = String(Number(bareText.textContent) + 1)
  },
  { capture: true },
)

function screen(): InterviewScreen {
  const list = document.querySelector('[data-testid=households]')
  const card = document.querySelector<HTMLElement>('[data-testid=question]')
  const reading = document.querySelector('[data-testid=read-back]')
  // The ledger is read line by line; then the household is asked about it in the same place.
  const isAsked = reading !== null && reading.querySelector('[data-testid=agrees]') !== null
  const asked = card === null ? [reading] : [...card.querySelectorAll('[data-testid=about], h2')]
  const read = isAsked ? 'ledger_agreement' : 'read_back'
  return {
    question: card?.dataset['question'] ?? (reading !== null ? read : list === null ? '' : 'list'),
    heading: asked.map((each) => each?.textContent ?? '').join(' '),
    isAsked: document.querySelector('.evidence.asked') !== null,
    choices: [...(card?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent),
  }
}

/** What is watched as one text; empty while there is nothing. */
function appText(): string {
  const now = screen()
  return now.question === '' ? '' : JSON.stringify(now)
}

function watch(what: () => string): void {
  began = null
  stood = what()
  result = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const now = what()
      if (began === null || now === '' || now === stood) return
      observer.disconnect()
      const [key, shown] = [began, performance.now()]
      const { port1, port2 } = new MessageChannel()
      // The frame's own work comes between the callback and the message.
      port1.onmessage = () => {
        resolve({ shown: shown - key, painted: performance.now() - key, screen: screen() })
        port1.close()
      }
      requestAnimationFrame(() => port2.postMessage(null))
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
}

const paintInPage: PaintInPage = {
  watchApp() {
    isBare = false
    watch(appText)
  },
  watchBareText() {
    isBare = true
    watch(() => bareText.textContent)
  },
  painted: () => result.finally(() => (isBare = false)),
  screen,
}

;(globalThis as unknown as { paintInPage: PaintInPage }).paintInPage = paintInPage
