import limits from '../../../resources/census/check.json'
import type { CheckLimits } from '../../domain/programmes/census/check/CheckLimits'

/** The post-enumeration check as shipped. */
export const CHECK_LIMITS: CheckLimits = limits
