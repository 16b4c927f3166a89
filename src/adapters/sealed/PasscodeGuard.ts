import { NO_ATTEMPTS, secondsToWait, type PasscodeAttempts } from '../../application/store/passcodeAttempts'
import type { Unlock } from '../../application/store/ProjectShelf'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { databaseTrouble } from './databaseTrouble'
import type { SealedIndex } from './SealedIndex'

/** The key, and the wrong attempts before this one. */
export interface GuardedKey {
  readonly key: Uint8Array
  readonly before: PasscodeAttempts
}

/** Counts wrong passcodes, stored unsealed with the project, and enforces a delay after many of them. */
export class PasscodeGuard {
  readonly #now: () => string
  /** By project: counts that are not on disk yet, or that a full disk refused. */
  readonly #counted = new Map<string, PasscodeAttempts>()

  constructor(now: () => string) {
    this.#now = now
  }

  /**
   * Returns what `unwrap` returns, if an attempt is allowed now. Also refused: `project_passcode_wait` (`seconds`; the passcode was
   * not checked). For a wrong passcode `seconds` is the delay before the next attempt.
   */
  async key(
    projectId: string,
    index: SealedIndex,
    { by }: Unlock,
    unwrap: () => Promise<Result<Uint8Array>>,
  ): Promise<Result<GuardedKey>> {
    if (by !== 'passcode') return keyOf(await unwrap(), NO_ATTEMPTS)
    const before = await this.#attempts(projectId, index)
    const seconds = secondsToWait(before, this.#now())
    if (seconds > 0) return refusal('project_passcode_wait', null, { seconds, wrong: before.wrong })
    // Counted before the check: closing the app during it must not make the attempt free.
    const tried = { wrong: before.wrong + 1, lastAt: this.#now() }
    this.#count(projectId, index, tried)
    const key = await unwrap()
    const isWrong = !key.ok && key.problems.some(({ code }) => code === 'passcode_wrong')
    if (isWrong)
      return refusal('passcode_wrong', null, {
        seconds: secondsToWait(tried, tried.lastAt),
        wrong: tried.wrong,
      })
    if (!key.ok) this.#count(projectId, index, before)
    return keyOf(key, before)
  }

  /** The last passcode was right. The count starts again at `left`; keep the earlier attempts until they have been reported. */
  wasRight(projectId: string, index: SealedIndex, left = NO_ATTEMPTS): void {
    this.#count(projectId, index, left)
  }

  async #attempts(projectId: string, index: SealedIndex): Promise<PasscodeAttempts> {
    const [kept, counted] = [await index.attempts(), this.#counted.get(projectId)]
    return counted ?? kept
  }

  /**
   * The write starts before the passcode is checked, which takes a second. It is not awaited: a disk that hangs must not
   * prevent a locked project from being unlocked.
   */
  #count(projectId: string, index: SealedIndex, attempts: PasscodeAttempts): void {
    this.#counted.set(projectId, attempts)
    index.commit({ attempts }).then(
      () => {
        if (this.#counted.get(projectId) === attempts) this.#counted.delete(projectId)
      },
      (error: unknown) => void databaseTrouble(error),
    )
  }
}

function keyOf(key: Result<Uint8Array>, before: PasscodeAttempts): Result<GuardedKey> {
  return key.ok ? success({ key: key.value, before }) : key
}
