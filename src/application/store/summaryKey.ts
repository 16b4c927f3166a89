import type { Change } from '../../domain/changes/Change'
import { headsText } from '../../domain/changes/headsText'

export interface SummaryVersions {
  readonly instrument: string
  readonly standards: string
  readonly rules: string
}

/** What a household's summary depends on, hashed: its heads and the versions that judged them. */
export function summaryKey(
  changes: readonly Change[],
  versions: SummaryVersions,
  digest: (text: string) => string,
): string {
  const { instrument, standards, rules } = versions
  return digest(JSON.stringify([instrument, standards, rules, headsText(changes)]))
}
