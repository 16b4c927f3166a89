import limits from '../../../resources/census/coverage.json'
import type { CoverageLimits } from '../../domain/programmes/census/coverage/nextSteps'

/** When coverage tells that something has come to a stop. */
export const COVERAGE_LIMITS: CoverageLimits = limits
