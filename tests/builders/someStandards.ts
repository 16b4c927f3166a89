import { STANDARDS } from '../../src/adapters/resources/standards'
import { resolveStandards, type StandardsChoice } from '../../src/domain/standards/resolveStandards'
import type { StandardsInForce } from '../../src/domain/standards/Standards'

/** The shipped standards at 2020-12-31 in the west: line 4,000, 20 minutes, 36 days. */
export function someStandards(given: Partial<StandardsChoice> = {}): StandardsInForce {
  const result = resolveStandards(STANDARDS, { asOf: '2020-12-31', region: 'west', ...given })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
