import type { RouteRecordRaw } from 'vue-router'
import type { CommandTable } from './keys/Command'

/** What a folder of `src/ui` adds to the app: its pages, and its entry in the rail if it has one. */
export interface Feature {
  /** Pages of an open project, below `/project`. */
  readonly routes: readonly RouteRecordRaw[]
  /** The entry leads to the route of its name; its label is `rail.<name>`. */
  readonly rail?: RailEntry
  /** The keys of its pages, a table each. */
  readonly commands?: readonly CommandTable[]
}

export type RailEntry =
  | 'households'
  | 'suspicions'
  | 'county'
  | 'roster'
  | 'sample'
  | 'team'
  | 'quality'
  | 'standards'
  | 'project'
  | 'settings'
