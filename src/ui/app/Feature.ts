import type { RouteRecordRaw } from 'vue-router'
import type { CommandTable } from './keys/Command'

/** What a folder of `src/ui` adds to the app: its pages and their keys. */
export interface Feature {
  /** Pages of an open project, below `/project`. */
  readonly routes: readonly RouteRecordRaw[]
  /** The keys of its pages, a table each. */
  readonly commands?: readonly CommandTable[]
}
