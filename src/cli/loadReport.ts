import type { LoadReport } from '../adapters/lake/postgres/loadLake'
import type { LoadOutcome } from '../adapters/lake/postgres/planLoad'
import { partitionName } from '../application/lake/LakeManifest'
import type { Language } from '../application/texts/Texts'

const OUTCOMES: Readonly<Record<Language, Readonly<Record<LoadOutcome, string>>>> = {
  'zh-CN': { added: '新装入', replaced: '已替换', unchanged: '未变，略过' },
  en: { added: 'loaded', replaced: 'replaced', unchanged: 'unchanged, passed over' },
}

const TOTAL: Readonly<Record<Language, (counties: number, rows: number) => string>> = {
  'zh-CN': (counties, rows) => `${counties} 个县，写入 ${rows} 行`,
  en: (counties, rows) => `counties: ${counties}, rows written: ${rows}`,
}

/** What became of each county's project: its name, the outcome and the database. */
export function loadReport({ partitions, rows }: LoadReport, language: Language): string {
  const lines = partitions.map(
    (partition) =>
      `${partitionName(partition)}  ${OUTCOMES[language][partition.outcome]}  ${partition.server}`,
  )
  const counties = new Set(partitions.map(({ county }) => county)).size
  return [...lines, TOTAL[language](counties, rows)].join('\n')
}
