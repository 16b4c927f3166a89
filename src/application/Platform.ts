/** Where the app runs, and what that offers. One adapter for Electron, one for a plain browser tab. */
export interface Platform {
  readonly kind: 'electron' | 'browser'
  info(): Promise<PlatformInfo>
  /** Lets the user pick roster files; empty when cancelled. */
  chooseRoster(): Promise<readonly ChosenRosterFile[]>
  /** Hands a finished workbook to the user. */
  saveWorkbook(suggestedName: string, bytes: Uint8Array): Promise<WorkbookSaved>
}

export interface PlatformInfo {
  readonly appVersion: string
  /** Name and version of the engine underneath, most telling first. */
  readonly engines: readonly string[]
}

export interface ChosenRosterFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type WorkbookSaved =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: string }
