import type { SecondPersonWay } from '../../../domain/team/SecondPeople'
import type { MessageKey } from '../../app/i18n/useMessages'
import { newPasscodeFault } from '../newPasscodeFault'

/** How somebody can be a second person on this device; `new_passcode`: they first choose one here. */
export type WayHere = SecondPersonWay | 'new_passcode'

/** A second person as chosen so far, with what they typed of their passcode. */
export interface SecondPersonTyped {
  readonly person: string
  readonly passcode: string
  /** The same once more, where it is chosen only now. */
  readonly again: string
}

export const NOBODY: SecondPersonTyped = { person: '', passcode: '', again: '' }

/** What is still wrong with the typed passcode, as the key of a text; null where nothing is. */
export function passcodeFault(
  { passcode, again }: SecondPersonTyped,
  way: WayHere | null,
): MessageKey | null {
  if (way === 'passcode') return passcode === '' ? 'people.passcodeMissing' : null
  if (way !== 'new_passcode') return null
  return newPasscodeFault(passcode, again)
}

/** Whether somebody is chosen, and the passcode complete. */
export function isComplete(typed: SecondPersonTyped, way: WayHere | null): boolean {
  return typed.person !== '' && way !== null && passcodeFault(typed, way) === null
}
