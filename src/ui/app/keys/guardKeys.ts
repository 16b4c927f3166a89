const FIELDS = 'input, select, textarea'
const PRESSED = `${FIELDS}, button, a, summary`

/**
 * Keeps commands and text apart for the whole window, before any page sees a key. A key that is held down writes, and presses, only
 * where it was pressed: the letter of a command never gets into the field that the command led to. What an input method composes
 * is no command. Gives the call that ends this.
 */
export function guardKeys(window: Window): () => void {
  /** Where the key that may be held down now was pressed. */
  let pressedIn: EventTarget | null = null

  function guard(event: KeyboardEvent): void {
    // The field has the key from the input method: nobody else gets it.
    if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation()
    else if (!event.repeat) pressedIn = event.target
    else if (event.target !== pressedIn && writesOrPresses(event)) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
  }

  window.addEventListener('keydown', guard, { capture: true })
  return () => window.removeEventListener('keydown', guard, { capture: true })
}

/** Whether the key writes or deletes in a field, or presses a button; arrows and Tab only walk on. */
function writesOrPresses({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (key === 'Enter') return target.closest(PRESSED) !== null
  const writes = key.length === 1 || key === 'Backspace' || key === 'Delete'
  return writes && target.closest(key === ' ' ? PRESSED : FIELDS) !== null
}
