import type { InjectionKey } from 'vue'

/** Locks the open project at once, as idleness would; provided by the frame around a project's pages. */
export const LOCK_NOW: InjectionKey<() => void> = Symbol('lockNow')
