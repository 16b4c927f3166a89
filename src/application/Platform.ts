import type { MachineFacts } from './diagnostics/MachineFacts'
import type { Updates } from './update/Updates'

/** Where the app runs, and what that offers. One adapter for Electron, one for a plain browser tab. */
export interface Platform {
  readonly kind: 'electron' | 'browser'
  info(): Promise<PlatformInfo>
  /** Hands a finished workbook to the user. */
  saveWorkbook(suggestedName: string, bytes: Uint8Array): Promise<WorkbookSaved>
  /** Hands a sampling log to the user. */
  saveSampleLog(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** Hands the figures of a census to the user. */
  saveFigures(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** Hands a sealed backup to the user. */
  saveBackup(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** Hands files of data to the user, in one .zip. */
  saveArchive(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** Hands a team's package to the user. */
  savePackage(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** Hands several packages to the user at once: into one folder, or where that cannot be, in one archive. */
  savePackages(archiveName: string, packages: readonly FileToSave[]): Promise<SaveManyOutcome>
  /** Hands a device's or a project's code to the user, as a text. */
  saveCode(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** Hands a project's recovery key to the user. */
  saveKey(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** Lets the user pick a backup; null when cancelled. */
  chooseBackup(): Promise<ChosenFile | null>
  /** Prints what the window shows, by its print style; the system's dialog lets the user choose where to. */
  print(): Promise<PrintOutcome>
  /** The same as a PDF file; null where the print dialog does that (a browser). */
  readonly savePdf: ((suggestedName: string) => Promise<SaveOutcome>) | null
  /** SHA-256 in hex of the file that has the app; null where there is no such file. */
  packageHash(): Promise<string | null>
  /** What diagnostics tell of the computer. */
  machine(): Promise<MachineFacts>
  /** Hands diagnostics to the user. */
  saveDiagnostics(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome>
  /** Hands over the files that were opened from outside (a double click): those that wait, then others as they come. */
  takeOpened(take: (files: readonly OpenedFile[]) => void): void
  /** Updates from a file; null where the app is not installed (a browser). */
  readonly updates: Updates | null
}

export interface PlatformInfo {
  readonly appVersion: string
  /** Name and version of the engine underneath, most telling first. */
  readonly engines: readonly string[]
  /** Where the projects lie on this computer; null where they lie in the browser's own storage. */
  readonly dataFolder: string | null
  /** Whether the browser promised not to throw the data away when its disk fills up. */
  readonly isStorageKept: boolean
}

export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file that was opened from outside the app. */
export type OpenedFile =
  | ({ readonly kind: 'read' } & ChosenFile)
  /** Not read: see `Updates.checkOpened`. */
  | { readonly kind: 'update'; readonly name: string }
  | { readonly kind: 'folder'; readonly name: string }
  /** `code` is the operating system's, e.g. ENOENT. */
  | { readonly kind: 'failed'; readonly name: string; readonly code: string }

export interface FileToSave {
  /** Plain: without folders, and without what systems do not allow in a name. Each once. */
  readonly name: string
  readonly bytes: Uint8Array
}

export type SaveManyOutcome =
  /** `place`: the folder or archive, by its name. */
  | { readonly kind: 'saved'; readonly place: string; readonly names: readonly string[] }
  | { readonly kind: 'cancelled' }
  /** `names`: those that were written all the same. */
  | { readonly kind: 'failed'; readonly code: string; readonly names: readonly string[] }

export type WorkbookSaved = SaveOutcome

export type PrintOutcome =
  | { readonly kind: 'printed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: string }

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: string }
