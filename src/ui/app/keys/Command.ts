import type { MessageKey } from '../i18n/useMessages'

/** A key of a page and what it is for, as the page, its hints, the guide and the tests read it. */
export interface Command {
  /** Any of these: `R`, `/`, `Enter`, `Ctrl+P`, `Alt+PageUp`; letters as capitals. */
  readonly keys: readonly [string, ...string[]]
  readonly label: MessageKey
  /** Held down, it goes on; other keys act once. */
  readonly repeats?: true
}

/** The commands of a page by their names. */
export type CommandTable<Name extends string = string> = Readonly<Record<Name, Command>>

/** The name under which a table has a key: letters without regard to case, Ctrl and Alt in front. */
export function keyOf({ key, ctrlKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey'>): string {
  return `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${key.length === 1 ? key.toUpperCase() : key}`
}

/** The names of a table's commands by their keys. */
export function namesByKey<Name extends string>(table: CommandTable<Name>): ReadonlyMap<string, Name> {
  const names = Object.keys(table) as Name[]
  return new Map(names.flatMap((name) => table[name].keys.map((key) => [key, name])))
}

const SHOWN: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Enter: '⏎',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** The keys of a command as they are shown: the first of several ways, both of a pair of arrows, a row of digits from 1 to 9. */
export function keysText({ keys }: Command): string {
  const [first] = keys
  const nine = keys.find((key) => key.endsWith('9'))
  if (first.startsWith('Arrow')) return keys.map(keyText).join('')
  return nine === undefined ? keyText(first) : `${first}–9`
}

/** One key as it is shown. */
export function keyText(key: string): string {
  return SHOWN[key] ?? key
}
