import type { Result } from '../../domain/shared/Result'

/** The app's renewal from a file that somebody brings: no network is asked. */
export interface Updates {
  state(): Promise<UpdateState>
  /**
   * Asks for an update file and checks all of it; null when cancelled. Refused: `update_no_key`, `update_not_one`,
   * `update_later_format`, `update_other_key`, `update_altered`, `update_other_system`, `update_pre_release`, `update_not_later`,
   * `update_data_too_old`, `update_unreadable`.
   */
  choose(): Promise<Result<UpdateOffer> | null>
  /**
   * Backs up every project, then copies and starts the installer that was checked last. Refused: `update_backup_failed`,
   * `update_changed`, `update_not_copied`, `update_not_started`, `update_unreadable`.
   */
  install(): Promise<Result<UpdateStarted>>
  /** How far that came; null where nothing is under way. */
  progress(): Promise<UpdateProgress | null>
}

export interface UpdateState {
  readonly version: string
  /** Of the key whose updates this build takes; null where it takes none. */
  readonly keyFingerprint: string | null
  readonly backupFolder: string
}

/** What a checked update file brings. */
export interface UpdateOffer {
  readonly from: string
  readonly version: string
  /** ISO instant. */
  readonly builtAt: string
  readonly notes: { readonly 'zh-CN': string; readonly en: string }
  /** Bytes of the installer. */
  readonly size: number
  readonly installer: string
}

export interface UpdateStarted {
  /** `runs`: the app closes for it. The others are the user's to finish. */
  readonly how: 'runs' | 'opened' | 'shown_deb' | 'shown_appimage'
  /** Where the installer lies, to be shown. */
  readonly path: string
  /** Where the backup lies, to be shown; null where there was no project. */
  readonly backup: string | null
}

export interface UpdateProgress {
  readonly stage: 'checking' | 'backup' | 'copying'
  /** Bytes. */
  readonly done: number
  readonly total: number
}
