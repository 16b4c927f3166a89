import { NO_ATTEMPTS, secondsToWait, type PasscodeAttempts } from '../../application/store/passcodeAttempts'
import type { Unlock } from '../../application/store/ProjectShelf'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { databaseTrouble } from './databaseTrouble'
import type { SealedIndex } from './SealedIndex'

/** A key that was given, and the wrong passcodes before it. */
export interface GuardedKey {
  readonly key: Uint8Array
  readonly before: PasscodeAttempts
}

/** Counts wrong passcodes beside the project, unsealed, and makes whoever enters many of them wait. */
export class PasscodeGuard {
  readonly #now: () => string
  /** By project: what a full disk did not take counts here. */
  readonly #counted = new Map<string, PasscodeAttempts>()

  constructor(now: () => string) {
    this.#now = now
  }

  /**
   * What `unwrap` gives, if one may try now. Refused besides: `project_passcode_wait` (seconds; the passcode was not looked at). A
   * passcode that is wrong tells with `seconds` how long the next one has to wait.
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
    // Before it is looked at: whoever ends the app then has tried all the same.
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

  /** The last one was right. Those before it count on until somebody was told of them: then counting begins anew. */
  wasRight(projectId: string, index: SealedIndex, left = NO_ATTEMPTS): void {
    this.#count(projectId, index, left)
  }

  async #attempts(projectId: string, index: SealedIndex): Promise<PasscodeAttempts> {
    const [kept, counted] = [await index.attempts(), this.#counted.get(projectId)]
    return counted ?? kept
  }

  /**
   * On its way to the disk before the passcode is looked at, which takes a second; never waited for: a disk that hangs must not
   * keep a locked project from being unlocked.
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
