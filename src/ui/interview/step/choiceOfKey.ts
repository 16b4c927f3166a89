import { CHOICE_KEYS } from '../commands'

/** Which choice a key stands for, from 1; undefined for any other key. */
export function choiceOfKey(key: string): number | undefined {
  const index = CHOICE_KEYS.findIndex((each) => each === key)
  return index < 0 ? undefined : index + 1
}
