import type { Result } from '../../domain/shared/Result'
import type { ProjectStore } from './ProjectStore'

/** The projects kept on this device. */
export interface ProjectShelf {
  /** Every project found on any side, by title. */
  list(): Promise<readonly ListedProject[]>

  /** Makes and opens a project: sealed by the passcode, or plain for practice. */
  create(project: NewProject): Promise<Result<ProjectStore>>

  /**
   * Opens a project. Refused: `project_unknown`, `passcode_wrong`, `project_passcode_wait` (after many wrong ones), `system_key_unavailable`, `database_newer`,
   * `project_in_use` (another window or instance has it open), `project_damaged`, `header_replaced` (by an earlier one).
   */
  open(projectId: string, unlock: Unlock): Promise<Result<ProjectStore>>

  /**
   * Removes the key of a project that is open here, at once, even during other work: its store answers no more calls. What
   * is not on disk stays here, sealed, and `carried` with it, until `open` gives the project back. Returns how many writes those are.
   */
  lock(projectId: string, carried: string): { readonly unsavedWrites: number }

  /** What a project that is open again was locked with; once. */
  carried(projectId: string): string | undefined

  /**
   * Gives a project another passcode, open or closed; the old one no longer opens it. `isKeyRenewed`: what is written
   * from then on is sealed by a new key, to which an older header with its passcode does not lead. Refused: `passcode_wrong`,
   * `passcode_not_used` (practice), `not_saved` (then the old one stays), and what `open` refuses.
   */
  changePasscode(
    projectId: string,
    old: string,
    wanted: string,
    isKeyRenewed?: boolean,
  ): Promise<Result<null>>

  /** Everything of a project that is open here, as one sealed file. */
  backup(projectId: string): Promise<Uint8Array>

  /** Looks at a backup without opening it. Refused: `backup_unreadable`, `backup_newer`, `backup_damaged`. */
  inspectBackup(name: string, file: Uint8Array): Result<ListedProject>

  /**
   * Restores a backup as a project, or unites it with the project of the same id. All or nothing is read; refused as by
   * `inspectBackup` and `open`, as `backup_before_new_key`, and as `project_in_use` while the project is open.
   */
  restore(name: string, file: Uint8Array, unlock: Unlock): Promise<Result<RestoredProject>>
}

export interface RestoredProject {
  readonly project: ListedProject
  /** Changes that were not here before. */
  readonly added: number
}

export interface ListedProject {
  readonly projectId: string
  /** What the user called it. Stored unsealed: the unlock page shows it. */
  readonly title: string
  readonly isPractice: boolean
  readonly canOpenBySystem: boolean
}

export interface NewProject {
  readonly title: string
  readonly protection: Protection
  /** That of a project made elsewhere which this device joins; left out, a new one (32 hex digits). */
  readonly projectId?: string
}

export type Protection =
  /** `rememberBySystem`: the operating system's key store may open it too, where there is one. */
  | { readonly by: 'passcode'; readonly passcode: string; readonly rememberBySystem: boolean }
  /** Generated data only: the key lies beside what it seals. */
  | { readonly by: 'nothing_practice' }

export type Unlock =
  | { readonly by: 'passcode'; readonly passcode: string }
  | { readonly by: 'system' }
  | { readonly by: 'nothing_practice' }
