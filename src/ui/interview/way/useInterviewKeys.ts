import { onBeforeUnmount, onMounted } from 'vue'
import { listenToKeys } from '../../app/keys/listenToKeys'
import { EVIDENCE_KEYS, type EvidenceKey } from '../commands'
import { choiceOfKey } from '../step/choiceOfKey'

/** What the keys of the interview do; each returns whether it took the key. */
export interface InterviewKeys {
  digit(number: number): boolean
  evidence(letter: EvidenceKey): boolean
  /** Enter: ends what is typed, or goes on. */
  next(): boolean
  previous(): boolean
  following(): boolean
  group(step: 1 | -1): boolean
  groupNumber(number: number): boolean
  undo(): boolean
  letter(letter: string): boolean
  leave(): boolean
  /** Whether an answer is still being saved: then a character waits for the question it is meant for. */
  isBusy(): boolean
  /** Whether something is typed here, wherever the focus is. */
  isTyping(): boolean
  type(character: string): boolean
}

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * Listens to the whole window while the interview is open: the hand never has to look for the right field. Where text
 * is typed, only keys that no text needs are taken; where a number is typed, letters are taken too.
 */
export function useInterviewKeys(keys: InterviewKeys): void {
  /** Where the key that is held down was pressed. */
  let pressedIn: EventTarget | null = null

  function onKey(event: KeyboardEvent): void {
    // Text that is being composed is no command, nor is the key that ends it.
    if (event.isComposing || event.keyCode === 229) return
    if (event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement) return
    // A dialog has keys of its own, and nothing behind it is asked.
    if (document.querySelector('dialog[open]') !== null) return
    if (event.repeat) return repeat(event)
    pressedIn = event.target
    if (take(event)) event.preventDefault()
  }

  /** A key that is held down answers nothing more: it writes on in its own field, and walks on by the arrows. */
  function repeat(event: KeyboardEvent): void {
    const { key, target } = event
    if (key === 'ArrowUp') keys.previous()
    else if (key === 'ArrowDown') keys.following()
    else if (key !== 'Enter' && key !== 'Tab' && isField(target) && target === pressedIn) return
    event.preventDefault()
  }

  function take({ key, code, altKey, shiftKey, target }: KeyboardEvent): boolean {
    const isNumber = target instanceof HTMLInputElement && target.inputMode === 'decimal'
    // With Alt some keyboards give another character: then the key's place decides.
    const digit = choiceOfKey(key) ?? choiceOfKey(/^Digit(\d)$/.exec(code)?.[1] ?? '')
    if (altKey) return digit !== undefined && keys.groupNumber(digit)
    // A button under focus keeps its own keys.
    if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) return false
    if (key.length === 1 && (keys.isBusy() || (!isField(target) && keys.isTyping()))) return keys.type(key)
    switch (key) {
      case 'Enter':
        return keys.next()
      case 'ArrowUp':
        return keys.previous()
      case 'ArrowDown':
        return keys.following()
      case 'Tab':
        return keys.group(shiftKey ? -1 : 1)
      case 'Escape':
        return keys.leave()
      case 'Backspace':
        // In an empty field there is nothing else to take back.
        return (!isField(target) || target.value === '') && keys.undo()
    }
    if (isField(target) && !isNumber) return false
    if (choiceOfKey(key) !== undefined) return !isField(target) && keys.digit(choiceOfKey(key) ?? 0)
    const letter = key.toUpperCase()
    const evidence = EVIDENCE_KEYS.find((each) => each === letter)
    if (evidence !== undefined) return keys.evidence(evidence)
    return /^[A-Z]$/.test(letter) && letter !== 'X' && keys.letter(letter)
  }

  /** A button that is clicked takes the focus from nobody: the next Enter is for the question, not for the button. */
  function onPointer(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault()
  }

  listenToKeys(onKey)
  onMounted(() => window.addEventListener('mousedown', onPointer))
  onBeforeUnmount(() => window.removeEventListener('mousedown', onPointer))
}

/** What is only shown is no field to type in. */
function isField(target: EventTarget | null): target is Field {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && !target.readOnly
}
