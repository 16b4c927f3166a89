import type { Problem } from '../../../domain/shared/Problem'
import type { ProblemCode } from '../../../domain/shared/ProblemCode'

/** A server did not do what it was asked for. Its place never has a password. */
export class PostgresTrouble extends Error {
  readonly problem: Problem

  constructor(code: ProblemCode, place: string, details: Problem['details'] = {}, cause?: unknown) {
    super(`${place}: ${code}`, { cause })
    this.problem = { code, severity: 'error', place: {}, value: place, details }
  }
}
