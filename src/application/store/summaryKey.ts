import type { Change } from '../../domain/changes/Change'
import { headsText } from '../../domain/changes/headsText'

/** What judges a household besides its changes. */
export interface SummaryVersions {
  readonly roster: string
  readonly instrument: string
  /** Edition, reference date, region and income window. */
  readonly standards: string
  readonly rules: string
}

/** What a household's summary depends on: the versions that judged it, readable, and a digest of its heads. */
export function summaryKey(
  changes: readonly Change[],
  versions: SummaryVersions,
  digest: (text: string) => string,
): string {
  return `${versionsText(versions)} ${digest(headsText(changes))}`
}

/** Whether a summary was judged by these versions; the touched marks show whether its changes are still the same. */
export function isKeyOfVersions(key: string, versions: SummaryVersions): boolean {
  return key.startsWith(`${versionsText(versions)} `)
}

function versionsText({ roster, instrument, standards, rules }: SummaryVersions): string {
  return JSON.stringify([roster, instrument, standards, rules])
}
