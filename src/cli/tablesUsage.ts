import { parseArgs } from 'node:util'
import { postgresAddress } from '../adapters/lake/postgres/postgresAddress'
import { LAKE_LEVELS, type LakeLevel } from '../application/lake/LakeArea'
import type { LakeManifest } from '../application/lake/LakeManifest'
import { LANGUAGES, type Language } from '../application/texts/Texts'

export const TABLES_USAGE = `usage: yihu tables --from DIR [DIR …] [--kind assessment|census] [--by LEVEL]
                   [--out FILE.xlsx] [--json] [--verbose] [--lang zh-CN|en]
       yihu tables --engine postgres://USER@HOST[:PORT]/DATABASE … [--kind …] …

Counts one or several lakes of yihu export --format parquet: of a census every table, of an assessment the measures; of each county as
yihu census and yihu assess tell them, then of cities, provinces and the country. Counties that were sampled count by their weights, with
intervals; a county that two folders have in the same state counts once, in two states nothing is counted.
--kind: left out, the one kind that is there. --by: the lowest level that is told: province, city, county, township or village;
left out, county. Cities and provinces are those of the lists' columns 市 and 省.
--out: a workbook, a row a cell of a table or a measure, to filter; none of the lake's files.
Counted by DuckDB with 1 GB of memory; what does not fit goes to the system's folder for temporary files. --engine: a database that
yihu load has filled counts itself; given several times, all of them, each its own counties. Loads wait until it is done.`

/** What is counted, and how it is told. */
export interface TablesUsage {
  readonly from: readonly string[]
  /** Addresses of databases that count in place of folders; none where folders are counted. */
  readonly engines: readonly string[]
  /** Null: whichever is there. */
  readonly kind: LakeManifest['kind'] | null
  /** The lowest that is told. */
  readonly level: LakeLevel
  readonly out: string | null
  readonly json: boolean
  readonly isVerbose: boolean
  readonly language: Language
}

const KINDS: readonly LakeManifest['kind'][] = ['assessment', 'census']

/** The command's words as settings; null where they are wrong. */
export function parseTablesUsage(args: readonly string[]): TablesUsage | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string', multiple: true },
        engine: { type: 'string', multiple: true },
        kind: { type: 'string' },
        by: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const {
      from = [],
      engine: engines = [],
      kind,
      by = 'county',
      out,
      json = false,
      verbose = false,
      lang = 'zh-CN',
    } = values
    const language = LANGUAGES.find((each) => each === lang)
    const wanted = KINDS.find((each) => each === kind)
    const isKindWrong = kind !== undefined && wanted === undefined
    const folders = [...from, ...positionals]
    const [isOfFolders, isOfEngines] = [folders.length > 0, engines.length > 0]
    if (isOfFolders === isOfEngines || engines.some((each) => postgresAddress(each) === null)) return null
    if (language === undefined || isKindWrong) return null
    const level = LAKE_LEVELS.find((each) => each === by)
    if (level === undefined) return null
    return {
      from: folders,
      engines,
      kind: wanted ?? null,
      level,
      out: out ?? null,
      json,
      isVerbose: verbose,
      language,
    }
  } catch {
    return null
  }
}
