import { parseArgs } from 'node:util'
import { ASSESS_OPTIONS, assessUsageOf } from './assessUsage'
import type { CountUsage } from './countGiven'

export const CENSUS_USAGE = `usage: yihu census --roster FILE [--roster FILE …] [--hidden-sheet NAME …] --answers FILE.jsonl --as-of YYYY-MM-DD
                   --region central|west|CODE [--villages FILE.jsonl] [--county FILE.json] [--areas] [--compare FILE.json]
                   [--fieldwork FILE.json] [--sample LOG.json] [--additional XLSFORM.xlsx|FILE.json] [--chosen NAME=VALUE …]
                   [--salt TEXT] [--out FILE.xlsx] [--json] [--verbose] [--lang zh-CN|en]

Counts the census: coverage, and every table, of the county; with --areas of each township and village too.
--answers: lines of the census's form; --villages: lines of the village's form, by village; --county: the county's form, one object.
--fieldwork: households found and members moved in the field. --sample: a log of yihu sample, for weights. --salt: what keys are made with.
--compare: what an earlier count wrote with --json; its shares are told beside, with the differences in percentage points.
--out: the census workbook, with ID numbers masked (first 6 and last 4); none of the files that are read. Of more than 20,000 households it
has values without formulas, and the lists are in FILE-lists.xlsx. Corrections proposed in FILE.xlsx are taken back by yihu decisions.`

/** What `yihu assess` takes of them, with the files of areas. */
export interface CensusUsage extends CountUsage {
  /** Figures of an earlier count. */
  readonly compare: string | null
  /** Also townships and villages. */
  readonly isByArea: boolean
}

const { roster, answers, region, fieldwork, sample, additional, salt, chosen, out, json, verbose, lang } =
  ASSESS_OPTIONS

const OPTIONS = {
  ...{ roster, answers, region, fieldwork, sample, additional, salt, chosen, out, json, verbose, lang },
  'hidden-sheet': ASSESS_OPTIONS['hidden-sheet'],
  'as-of': ASSESS_OPTIONS['as-of'],
  villages: { type: 'string' },
  county: { type: 'string' },
  compare: { type: 'string' },
  areas: { type: 'boolean' },
} as const

/** The command's words as settings; null where they are wrong. */
export function parseCensusUsage(args: readonly string[]): CensusUsage | null {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const { villages = null, county = null, compare = null, areas = false, ...words } = values
    const usage = assessUsageOf(words)
    return usage === null || usage === 'full_ids'
      ? null
      : { ...usage, villages, county, compare, isByArea: areas }
  } catch {
    return null
  }
}
