/** A package that is built into the app, and the licence it comes under. */
export interface Notice {
  readonly name: string
  readonly version: string
  /** SPDX expression; null where the package states none. */
  readonly identifier: string | null
  /** The licence itself; absent or empty where the package brings none. */
  readonly text?: string
}
