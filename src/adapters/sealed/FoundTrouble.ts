import type { Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** What an open project has to tell of its own keeping: what its opening met, and what later readings find damaged. Each once. */
export class FoundTrouble {
  #problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    this.#problems = problems
  }

  get problems(): readonly Problem[] {
    return this.#problems
  }

  tell(code: ProblemCode, value: string | null, household?: string): void {
    if (this.#problems.some((known) => known.code === code && known.value === value)) return
    const place = household === undefined ? {} : { household }
    this.#problems = [...this.#problems, { code, severity: 'warning', place, value }]
  }
}
