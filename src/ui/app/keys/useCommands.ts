import { keyOf, namesByKey, type CommandTable } from './Command'
import { listenToKeys } from './listenToKeys'

/** What each command of a page does. */
export type Runs<Name extends string> = Readonly<Record<Name, Run>>

/** With `when`, the key is nobody's while that does not hold. */
type Run = (() => unknown) | { readonly when: () => boolean; readonly run: () => unknown }

/**
 * Listens for the commands of a page while it is shown: wherever the focus is, but a key without Ctrl or Alt that is no function key
 * belongs to a field in which one types or chooses, and Enter to a button or link that has the focus.
 */
export function useCommands<Name extends string>(
  table: CommandTable<Name>,
  runs: Runs<Name>,
  order: 'first' | 'usual' = 'usual',
): void {
  const names = namesByKey(table)

  function press(event: KeyboardEvent): void {
    if (event.metaKey || event.defaultPrevented) return
    const name = names.get(keyOf(event))
    if (name === undefined || (event.repeat && table[name].repeats !== true) || isForFocus(event)) return
    const given = runs[name]
    if (typeof given !== 'function' && !given.when()) return
    event.preventDefault()
    if (typeof given === 'function') given()
    else given.run()
  }

  listenToKeys(press, order)
}

function isForFocus({ key, ctrlKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || /^F\d+$/.test(key) || !(target instanceof Element)) return false
  if (target.matches('input, select, textarea')) return true
  return key === 'Enter' && target.closest('button, a, summary') !== null
}
