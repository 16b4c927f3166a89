import type { Pinia, PiniaPlugin, Store } from 'pinia'

/** What a window knows while no project is open; a verdict that was hidden stays so when the project is unlocked. */
const KEPT = ['session', 'shelf', 'device', 'joining', 'opened', 'verdictSight']

const made = new Set<Store>()

/** Remembers which stores there are, so that they can be forgotten. */
export const rememberStores: PiniaPlugin = ({ store }) => {
  made.add(store)
}

/** Throws away what the stores hold of a project: a locked window has nothing readable in its memory that it could help. */
export function forgetStores(pinia: Pinia): void {
  for (const store of made) {
    if (KEPT.includes(store.$id)) continue
    store.$dispose()
    Reflect.deleteProperty(pinia.state.value, store.$id)
    made.delete(store)
  }
}
