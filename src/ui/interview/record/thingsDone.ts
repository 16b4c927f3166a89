import { computed, shallowRef } from 'vue'

/** One thing that was done, and how it is taken back. */
export interface ThingDone {
  /** Taken back; false where that was not saved. */
  undo(): Promise<boolean> | boolean
  /** Only the hand knows of it so far: a choice ticked, a letter pressed. Whatever is done next takes it up. */
  readonly isProvisional?: true
  /** The ledger line, by its number, that it took away. */
  readonly removedLine?: string
}

/** What was done since the interview was opened; Backspace takes it back, the last first. */
export function thingsDone() {
  const things = shallowRef<readonly ThingDone[]>([])
  const last = computed(() => things.value.at(-1))

  function note(thing: ThingDone): void {
    const kept =
      thing.isProvisional === true
        ? things.value
        : things.value.filter(({ isProvisional }) => isProvisional !== true)
    things.value = [...kept, thing]
  }

  async function undo(): Promise<void> {
    const thing = last.value
    if (thing === undefined || !(await thing.undo())) return
    things.value = things.value.filter((each) => each !== thing)
  }

  function forget(): void {
    things.value = []
  }

  return { last, note, undo, forget }
}
