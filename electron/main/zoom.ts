import type { WebContents } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'

/** How large the page can be shown; 1 is as it is drawn. */
const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const

/** What a key says of the zoom, as `before-input-event` has it. */
export interface ZoomKey {
  readonly type: string
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
}

/** The zoom after a key; null where the key is not one of zoom: Ctrl (on macOS Cmd) with +, - or 0, on the number pad too. */
export function zoomAfter(now: number, { type, key, code, control, meta, alt }: ZoomKey): number | null {
  if (type !== 'keyDown' || control === meta || alt) return null
  if (key === '0' || code === 'Numpad0') return 1
  if (key === '+' || key === '=' || code === 'NumpadAdd') return STEPS.find((step) => step > now) ?? now
  if (key === '-' || key === '_' || code === 'NumpadSubtract')
    return STEPS.findLast((step) => step < now) ?? now
  return null
}

/** The zoom that this device was left with; 1 where none, or none of the steps, is kept. */
export function keptZoom(file: string): number {
  try {
    const kept = Number(readFileSync(file, 'utf8'))
    return STEPS.find((step) => step === kept) ?? 1
  } catch {
    return 1
  }
}

/** Shows the page as large as it was left, and changes that by keys, before the page sees them. */
export function zoomByKeys(contents: WebContents, file: string): void {
  let zoom = keptZoom(file)
  contents.on('dom-ready', () => contents.setZoomFactor(zoom))
  contents.on('before-input-event', (event, input) => {
    const next = zoomAfter(zoom, input)
    if (next === null) return
    event.preventDefault()
    zoom = next
    contents.setZoomFactor(zoom)
    try {
      writeFileSync(file, String(zoom))
    } catch (error) {
      // A disk that is full takes no zoom; the page is as large as was asked for all the same.
      console.error(error)
    }
  })
}
