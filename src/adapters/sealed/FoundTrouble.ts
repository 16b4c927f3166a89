import type { Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'

/** Problems of an open project's storage: those found when it was opened, and damage found by later reads. Each is reported once. */
export class FoundTrouble {
  #problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    this.#problems = problems
  }

  get problems(): readonly Problem[] {
    return this.#problems
  }

  report(code: ProblemCode, value: string | null, household?: string): void {
    if (this.#problems.some((known) => known.code === code && known.value === value)) return
    const place = household === undefined ? {} : { household }
    this.#problems = [...this.#problems, { code, severity: 'warning', place, value }]
  }
}
