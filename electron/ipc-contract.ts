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
  /** Where the user's data lie, to be shown: no call takes a path back. */
  readonly dataFolder: string
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

/** Of several files: none is put in place before all are written, so that mostly every one of them lies there or none. */
export type SaveManyResult =
  /** `place`: the folder's own name. */
  | { readonly kind: 'saved'; readonly place: string; readonly names: readonly string[] }
  | { readonly kind: 'cancelled' }
  /** `names`: those that lie there all the same. */
  | { readonly kind: 'failed'; readonly code: string; readonly names: readonly string[] }

/** Nothing is written and no path crosses: the system's print dialog decides. */
export type PrintResult =
  | { readonly kind: 'printed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: string }

/** `unavailable` where the system offers no real key store (Electron's `basic_text` does not count). */
export type KeyResult =
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'failed' }

export interface IpcCalls {
  'app.info': () => AppInfo
  /** Asks where to save, then writes whole or not at all. */
  'files.saveWorkbook': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Asks where to save a sampling log, then writes whole or not at all. */
  'files.saveSampleLog': (suggestedName: string, bytes: Uint8Array) => SaveResult
  'files.saveFigures': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Asks where to save a sealed backup, then writes whole or not at all. */
  'files.saveBackup': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Asks where to save an archive of files of data, then writes whole or not at all. */
  'files.saveArchive': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Asks where to save a team's package, then writes whole or not at all. */
  'files.savePackage': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Asks where to save a device's or a project's code, then writes whole or not at all. */
  'files.saveCode': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Asks for a folder for a team's packages, then writes them there. */
  'files.savePackages': (
    packages: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ) => SaveManyResult
  /** Asks where to save a project's recovery key, then writes whole or not at all. */
  'files.saveKey': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Opens the system's dialog for one backup file; null when the user cancels. */
  'files.chooseBackup': () => ChosenFile | null
  /** Prints the asking window by its print style, through the system's dialog. */
  'print.page': () => PrintResult
  /** The same as a PDF, saved where the user says. */
  'print.savePdf': (suggestedName: string) => SaveResult
  /** Wraps a project key by the operating system's key store. */
  'keys.wrap': (key: Uint8Array) => KeyResult
  'keys.unwrap': (wrapped: Uint8Array) => KeyResult
  'app.about': () => AboutApp
  'app.machine': () => MachineAnswer
  /** Asks where to save diagnostics, then writes whole or not at all. */
  'files.saveDiagnostics': (suggestedName: string, bytes: Uint8Array) => SaveResult
  /** Files that the system handed over (a double click) since the last call, in their order. */
  'opened.take': () => readonly OpenedFile[]
}

export interface AboutApp {
  /** SHA-256 of the whole file `app.asar` in hex, as `sha256sum` gives it; null where the app does not run from one. */
  readonly packageHash: string | null
}

/** Numbers and codes for diagnostics: no name, no path, no text of an error. */
export interface MachineAnswer {
  /** Node's `process.platform`. */
  readonly system: string
  /** The system's own number, `10.0.19045`. */
  readonly systemVersion: string
  readonly architecture: string
  readonly memoryBytes: number
  readonly freeMemoryBytes: number
  /** Of the disk that has the user's data; null where it cannot be asked. */
  readonly diskBytes: number | null
  readonly freeDiskBytes: number | null
  readonly zoom: number
  /** One for each project, the largest first. */
  readonly journals: readonly { readonly bytes: number; readonly attachments: number }[]
  /** What openings of journals since the start found, the latest last. */
  readonly openings: readonly Pick<JournalFound, 'tornBytes' | 'damagedRecords'>[]
  readonly errors: readonly MainError[]
}

/** An error that nobody caught. */
export interface MainError {
  /** ISO instant. */
  readonly at: string
  readonly name: string
  readonly code: string | null
  /** Places in the app's own code, `main.cjs:12:345`, innermost first. */
  readonly frames: readonly string[]
}

/** Sent to the page, without content, whenever files wait for `opened.take`. */
export const FILES_OPENED = 'opened.waiting'

/** A file that the system handed over: as with a chosen one, its path does not cross. */
export type OpenedFile =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  /** It may be large: it stays where it is until `update.checkOpened`. */
  | { readonly kind: 'update'; readonly name: string }
  | { readonly kind: 'folder'; readonly name: string }
  /** `code` is the operating system's, e.g. ENOENT or EACCES. */
  | { readonly kind: 'failed'; readonly name: string; readonly code: string }

/**
 * The journals of this profile, one folder per project. `projectId` is 32 hex digits and `name` a plain file name: the main
 * process refuses anything else, so that neither can lead out of the journals' folder.
 */
export interface JournalCalls {
  'journal.list': () => readonly JournalListing[]
  /** `since` is the index's watermark: the tail behind it is checked, or everything if it does not fit this journal. */
  'journal.open': (projectId: string, since: JournalMark | null) => JournalOpened
  'journal.create': (projectId: string, header: string) => JournalOpened
  /** Whole records from an offset on, as many as fit a message; `next` equals `offset` at the end. */
  'journal.read': (projectId: string, offset: number) => JournalRead
  /**
   * Flushed to the disk when the answer is `done`. `failures`: how many times an append failed since the opening, as far as the caller
   * has heard: what was sent before it heard of the last one fails too, so that no record follows one that is not there.
   */
  'journal.append': (projectId: string, record: Uint8Array, failures: number) => JournalAppended
  'journal.putBulk': (projectId: string, name: string, bytes: Uint8Array) => JournalWritten
  'journal.bulk': (projectId: string, name: string) => Uint8Array | undefined
  'journal.putHeader': (projectId: string, header: string) => JournalWritten
  'journal.close': (projectId: string) => undefined
}

export interface JournalListing {
  readonly projectId: string
  readonly header: string
}

/** How far an index has seen a journal: an offset behind a whole record. */
export interface JournalMark {
  readonly journal: string
  readonly offset: number
  /**
   * The random bytes that end the record before the offset, in hex: a copy of this journal that went on by itself, or one
   * that was cut and mended, has others there.
   */
  readonly ending: string
}

/** What opening a journal found. */
export interface JournalFound {
  readonly header: string
  /** Where reading must begin: the mark's offset, or the first record if the mark did not fit. */
  readonly from: number
  /** Bytes of a torn record, cut off the end and laid aside. */
  readonly tornBytes: number
  /** Records that are damaged within the journal: reported, left where they are. */
  readonly damagedRecords: number
}

export type JournalNotOpened =
  | { readonly kind: 'missing' }
  /** Another instance has it open. */
  | { readonly kind: 'locked' }
  /** Written by a later version of the app; not touched. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'failed'; readonly code: string }

export type JournalOpened = (JournalFound & { readonly kind: 'open'; readonly id: string }) | JournalNotOpened

export interface JournalRecord {
  /** Where it begins in the journal. */
  readonly offset: number
  readonly bytes: Uint8Array
  /** Right before it lie bytes in which no sound record begins. */
  readonly isAfterDamage: boolean
}

export interface JournalRead {
  readonly records: readonly JournalRecord[]
  /** Where to go on: equal to the offset asked for at the end. */
  readonly next: number
  /** What ends the record before `next`, as a mark names it. */
  readonly ending: string
}

/** `code` is the operating system's, e.g. ENOSPC; the journal is as it was before. */
type JournalFailed = { readonly kind: 'failed'; readonly code: string }

export type JournalWritten = { readonly kind: 'done' } | JournalFailed

/** Durable; `end` is the offset behind the record, `ending` what ends it, as a mark names it. */
export type JournalAppended =
  { readonly kind: 'done'; readonly end: number; readonly ending: string } | JournalFailed

/** A signed file from a stick that brings a newer app. Paths stay in the main process: only what was checked last is installed. */
export interface UpdateCalls {
  'update.state': () => UpdateState
  /** Asks for an update file and checks all of it; null when the user cancels. */
  'update.choose': () => UpdateChosen | null
  /** Checks the update file that the system handed over last; null when there is none. */
  'update.checkOpened': () => UpdateChosen | null
  /** Backs up every project, copies the installer that was checked last, and starts or shows it. */
  'update.install': () => UpdateInstalled
  /** How far the call that is under way came; null where none is. */
  'update.progress': () => UpdateProgress | null
}

export interface UpdateState {
  /** Of the app that runs. */
  readonly version: string
  /** SHA-256 of the publisher's key that this build takes updates from, the first 32 hex digits; null where it takes none. */
  readonly keyFingerprint: string | null
  /** The folder of the backups that are taken before an update, to be shown. */
  readonly backupFolder: string
}

export type UpdateRefusalCode =
  | 'update_altered'
  | 'update_backup_failed'
  | 'update_changed'
  | 'update_data_too_old'
  | 'update_later_format'
  | 'update_no_key'
  | 'update_not_copied'
  | 'update_not_later'
  | 'update_not_one'
  | 'update_not_started'
  | 'update_other_key'
  | 'update_other_system'
  | 'update_pre_release'
  | 'update_unreadable'

export interface UpdateRefusal {
  readonly code: UpdateRefusalCode
  /** What its words name; `code` is the operating system's, e.g. ENOSPC. */
  readonly details: Readonly<Record<string, string | number>>
}

export interface UpdateOffer {
  readonly from: string
  readonly version: string
  /** ISO instant. */
  readonly builtAt: string
  readonly notes: { readonly 'zh-CN': string; readonly en: string }
  /** Of the installer, in bytes. */
  readonly size: number
  readonly installer: string
}

interface UpdateRefused {
  readonly kind: 'refused'
  readonly refusal: UpdateRefusal
}

export type UpdateChosen = { readonly kind: 'sound'; readonly offer: UpdateOffer } | UpdateRefused

export type UpdateInstalled =
  | {
      readonly kind: 'done'
      /** `runs`: the app closes for it. The others are the user's to finish. */
      readonly how: InstallerHandover
      /** The installer's copy, to be shown. */
      readonly path: string
      /** The backup's folder, to be shown; null where there was no project to back up. */
      readonly backup: string | null
    }
  | UpdateRefused

/** `opened`: the system opened it (dmg). `shown`: its folder is shown (deb, AppImage). */
export type InstallerHandover = 'runs' | 'opened' | 'shown_deb' | 'shown_appimage'

export interface UpdateProgress {
  readonly stage: 'checking' | 'backup' | 'copying'
  /** Bytes. */
  readonly done: number
  readonly total: number
}

type AllCalls = IpcCalls & JournalCalls & UpdateCalls

export type IpcChannel = keyof AllCalls

export type IpcArguments<Channel extends IpcChannel> = Parameters<AllCalls[Channel]>
export type IpcAnswer<Channel extends IpcChannel> = ReturnType<AllCalls[Channel]>

/** What the preload puts on `window.yihu`. */
export interface YihuBridge {
  readonly app: {
    readonly info: Asked<'app.info'>
    readonly about: Asked<'app.about'>
    readonly machine: Asked<'app.machine'>
  }
  readonly files: {
    readonly saveWorkbook: Asked<'files.saveWorkbook'>
    readonly saveSampleLog: Asked<'files.saveSampleLog'>
    readonly saveFigures: Asked<'files.saveFigures'>
    readonly saveBackup: Asked<'files.saveBackup'>
    readonly saveArchive: Asked<'files.saveArchive'>
    readonly savePackage: Asked<'files.savePackage'>
    readonly savePackages: Asked<'files.savePackages'>
    readonly saveCode: Asked<'files.saveCode'>
    readonly saveKey: Asked<'files.saveKey'>
    readonly chooseBackup: Asked<'files.chooseBackup'>
    readonly saveDiagnostics: Asked<'files.saveDiagnostics'>
  }
  readonly print: { readonly page: Asked<'print.page'>; readonly savePdf: Asked<'print.savePdf'> }
  readonly keys: { readonly wrap: Asked<'keys.wrap'>; readonly unwrap: Asked<'keys.unwrap'> }
  readonly journal: {
    readonly list: Asked<'journal.list'>
    readonly open: Asked<'journal.open'>
    readonly create: Asked<'journal.create'>
    readonly read: Asked<'journal.read'>
    readonly append: Asked<'journal.append'>
    readonly putBulk: Asked<'journal.putBulk'>
    readonly bulk: Asked<'journal.bulk'>
    readonly putHeader: Asked<'journal.putHeader'>
    readonly close: Asked<'journal.close'>
  }
  readonly opened: {
    readonly take: Asked<'opened.take'>
    /** Tells whenever files wait. */
    readonly whenWaiting: (told: () => void) => void
  }
  readonly update: {
    readonly state: Asked<'update.state'>
    readonly choose: Asked<'update.choose'>
    readonly checkOpened: Asked<'update.checkOpened'>
    readonly install: Asked<'update.install'>
    readonly progress: Asked<'update.progress'>
  }
}

type Asked<Channel extends IpcChannel> = (...values: IpcArguments<Channel>) => Promise<IpcAnswer<Channel>>
