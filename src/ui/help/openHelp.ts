import type { InjectionKey } from 'vue'

/** Opens the guide over the page, at the chapter that speaks of it; provided by `App.vue`. */
export const OPEN_HELP: InjectionKey<() => void> = Symbol('openHelp')
