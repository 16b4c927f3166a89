import { passcodeFault } from '../../application/store/passcodeFault'
import type { MessageKey } from '../app/i18n/useMessages'

/** What is still wrong with a new passcode that is typed twice, as the key of a text; null where nothing is. */
export function newPasscodeFault(passcode: string, again: string): MessageKey | null {
  const fault = passcodeFault(passcode)
  if (fault !== null) return `start.passcodeFaults.${fault}`
  return passcode === again ? null : 'start.passcodesDiffer'
}
