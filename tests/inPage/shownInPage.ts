/** What the window shows of an interview at one moment. */
export interface Shown {
  /** `saved` when the window says that everything given is on disk. */
  readonly state: string
  /** Where each answer stands, and its text; empty ones are left out. */
  readonly answers: readonly (readonly [string, string])[]
}

/** What a program outside may ask of the app's own window, by `page.evaluate`. */
export interface ShownInPage {
  read(): Shown
  /** Tells of everything shown from now on, whenever it changes, by a binding of that name. */
  watch(binding: string): void
  /** From now on this window's clock says another time, until it is loaded again. */
  moveClock(milliseconds: number): void
}

function text(element: Element | null | undefined): string {
  return element?.textContent.trim() ?? ''
}

function read(): Shown {
  const mark = document.querySelector<HTMLElement>('[data-testid=saved]')
  const group = text(document.querySelector('.groups [aria-current=step] span:nth-child(2)'))
  const household = text(document.querySelector('.interview .line strong'))
  const answers = [...listed(), ...cells('member-grid'), ...cells('ledger')]
    .filter(([, answer]) => answer !== '' && answer !== '—')
    .map(([place, answer]) => [`${household} | ${group} | ${place}`, answer] as const)
  return { state: mark?.dataset['state'] ?? '', answers }
}

function listed(): readonly (readonly [string, string])[] {
  const entries = document.querySelectorAll('[data-testid=way] dl > div')
  return [...entries].map((each) => [text(each.querySelector('dt')), text(each.querySelector('dd'))])
}

/** Rows by their number: a name may come twice. */
function cells(table: string): readonly (readonly [string, string])[] {
  const headings = [...document.querySelectorAll(`[data-testid=${table}] thead th`)].map(text)
  const rows = [...document.querySelectorAll(`[data-testid=${table}] tbody tr`)]
  return rows.flatMap((row, nth) =>
    [...row.querySelectorAll('td')]
      .filter((cell) => cell.querySelector('button') === null)
      .map((cell) => [`${nth + 1}, ${headings[cell.cellIndex] ?? ''}`, text(cell)] as const),
  )
}

const shownInPage: ShownInPage = {
  read,
  watch(binding) {
    const report = (globalThis as unknown as Record<string, (shown: Shown) => unknown>)[binding]
    let last = ''
    new MutationObserver(() => {
      const shown = read()
      const now = JSON.stringify(shown)
      if (now === last) return
      last = now
      report?.(shown)
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  },
  moveClock(milliseconds) {
    const now = Date.now.bind(Date)
    globalThis.Date = new Proxy(Date, {
      construct: (target, given: []) =>
        given.length > 0 ? new target(...given) : new target(now() + milliseconds),
      get: (target, name) =>
        name === 'now' ? () => now() + milliseconds : (Reflect.get(target, name) as unknown),
    })
  },
}

;(globalThis as unknown as { shownInPage: ShownInPage }).shownInPage = shownInPage
