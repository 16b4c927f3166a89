import { onBeforeUnmount, onMounted } from 'vue'
import { choiceOfKey } from './choiceKeys'

/** What the keys of the interview do; each returns whether it took the key. */
export interface InterviewKeys {
  digit(number: number): boolean
  evidence(letter: 'Q' | 'W' | 'E' | 'R'): boolean
  /** Enter: ends what is typed, or goes on. */
  next(): boolean
  previous(): boolean
  group(step: 1 | -1): boolean
  groupNumber(number: number): boolean
  undo(): boolean
  letter(letter: string): boolean
  leave(): boolean
  /** Whether an answer is still being saved: then a character waits for the question it is meant for. */
  isBusy(): boolean
  later(character: string): boolean
}

/**
 * Listens to the whole window while the interview is open: the hand never has to look for the right field. Where text
 * is typed, only keys that no text needs are taken; where a number is typed, letters are taken too.
 */
export function useInterviewKeys(keys: InterviewKeys): void {
  function onKey(event: KeyboardEvent): void {
    const { target } = event
    const isField =
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    const isNumber = target instanceof HTMLInputElement && target.inputMode === 'decimal'
    if (event.ctrlKey || event.metaKey) return
    if (take(event, isField, isNumber)) event.preventDefault()
  }

  function take(event: KeyboardEvent, isField: boolean, isNumber: boolean): boolean {
    const { key, altKey, shiftKey } = event
    // With Alt some keyboards give another character: then the key's place tells.
    const digit = choiceOfKey(key) ?? choiceOfKey(/^Digit(\d)$/.exec(event.code)?.[1] ?? '')
    if (altKey) return digit !== undefined && keys.groupNumber(digit)
    // A button under focus keeps its own keys.
    if (event.target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) return false
    if (keys.isBusy() && key.length === 1) return keys.later(key)
    switch (key) {
      case 'Enter':
        return keys.next()
      case 'ArrowUp':
        return keys.previous()
      case 'ArrowDown':
        return keys.group(1)
      case 'Tab':
        return keys.group(shiftKey ? -1 : 1)
      case 'Escape':
        return keys.leave()
      case 'Backspace':
        return !isField && keys.undo()
    }
    if (isField && !isNumber) return false
    if (choiceOfKey(key) !== undefined) return !isField && keys.digit(choiceOfKey(key) ?? 0)
    const letter = key.toUpperCase()
    if (letter === 'Q' || letter === 'W' || letter === 'E' || letter === 'R') return keys.evidence(letter)
    return /^[A-Z]$/.test(letter) && letter !== 'X' && keys.letter(letter)
  }

  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
