/** The keys of choices and groups, in their order: nine digits, then what lies to the right of them. */
export const CHOICE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '='] as const

/** Which choice a key stands for, from 1; undefined for any other key. */
export function choiceOfKey(key: string): number | undefined {
  const index = CHOICE_KEYS.findIndex((each) => each === key)
  return index < 0 ? undefined : index + 1
}
