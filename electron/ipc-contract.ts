/**
 * The one file that `electron/` and `src/` share: what the renderer may ask of the main process.
 * Channels are named by intent; no call takes a path. Every call is refused unless it comes from the app's own page.
 */

/** The renderer's origin. IndexedDB belongs to it: it never changes after the first release. */
export const APP_ORIGIN = 'app://yihu'

export interface AppInfo {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  /** False in development runs. */
  readonly isPackaged: boolean
}

/** A file the user picked; only its name and content cross, never its path. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'cancelled' }
  /** `code` is the operating system's, e.g. ENOSPC or EACCES; the file that was there before is untouched. */
  | { readonly kind: 'failed'; readonly code: string }

/** `unavailable` where the system offers no real key store (Electron's `basic_text` does not count). */
export type KeyResult =
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'failed' }

export interface IpcCalls {
  'app.info': () => AppInfo
  /** Opens the system's dialog; empty when the user cancels. */
  'files.chooseRoster': () => readonly ChosenFile[]
  /** Asks where to save, then writes whole or not at all. */
  'files.saveWorkbook': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Wraps a project key by the operating system's key store. */
  'keys.wrap': (key: Uint8Array) => KeyResult
  'keys.unwrap': (wrapped: Uint8Array) => KeyResult
}

export type IpcChannel = keyof IpcCalls

export type IpcArguments<Channel extends IpcChannel> = Parameters<IpcCalls[Channel]>
export type IpcAnswer<Channel extends IpcChannel> = ReturnType<IpcCalls[Channel]>

/** What the preload puts on `window.yihu`. */
export interface YihuBridge {
  readonly app: { readonly info: Asked<'app.info'> }
  readonly files: {
    readonly chooseRoster: Asked<'files.chooseRoster'>
    readonly saveWorkbook: Asked<'files.saveWorkbook'>
  }
  readonly keys: { readonly wrap: Asked<'keys.wrap'>; readonly unwrap: Asked<'keys.unwrap'> }
}

type Asked<Channel extends IpcChannel> = (...values: IpcArguments<Channel>) => Promise<IpcAnswer<Channel>>
