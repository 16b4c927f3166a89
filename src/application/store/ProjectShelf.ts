import type { Result } from '../../domain/shared/Result'
import type { ProjectStore } from './ProjectStore'

/** The projects kept on this device. */
export interface ProjectShelf {
  /** Every project found on any side, by title. */
  list(): Promise<readonly ListedProject[]>

  /** Makes and opens a project: sealed by the passcode, or plain for practice. */
  create(project: NewProject): Promise<Result<ProjectStore>>

  /**
   * Opens a project. Refused: `project_unknown`, `passcode_wrong`, `system_key_unavailable`, `database_newer`,
   * `project_in_use` (another window or instance has it open), `project_damaged`.
   */
  open(projectId: string, unlock: Unlock): Promise<Result<ProjectStore>>
}

/** Characters that a passcode has at least: fewer are guessed in days whatever the key derivation costs. */
export const MIN_PASSCODE_LENGTH = 8

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
