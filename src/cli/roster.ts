import { parseArgs } from 'node:util'
import { keyedHash } from '../adapters/crypto/keyedHash'
import { readSheets } from '../adapters/excel/readSheets'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { textsOf } from '../adapters/resources/texts'
import { TERMINAL_SALT } from '../application/project/terminalSalt'
import { importRoster, refusedImport, type ImportedRoster } from '../application/roster/importRoster'
import { tellingFileTrouble } from './fileProblem'
import { hiddenSheetChoices } from './hiddenSheetChoices'
import { missingFiles, tellMissing } from './missingFiles'
import { readRosterFiles } from './readRosterFiles'
import { rosterJson } from './rosterJson'
import { rosterReport } from './rosterReport'
import { print, warn } from './print'

/**
 * `yihu roster FILE… [--hidden-sheet NAME …] [--json] [--verbose] [--lang zh-CN|en] [--salt TEXT]`: reads rosters and tells what was found.
 * Returns the exit code: 0 imported, 1 refused with problems, 2 wrong usage.
 */
export async function rosterCommand(args: readonly string[]): Promise<number> {
  const usage = parseUsage(args)
  if (usage === null) {
    warn(USAGE)
    return 2
  }
  const missing = await missingFiles(usage.paths)
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => readRosters(usage),
    (problems) => tell(refusedImport(problems), usage),
  )
}

async function readRosters(usage: Usage): Promise<number> {
  const files = await readRosterFiles(usage.paths)
  const choices = hiddenSheetChoices(files, usage.hiddenSheets)
  const request = { files, salt: usage.salt, choices }
  return tell(importRoster(request, { readSheets, vocabulary: rosterVocabulary, keyedHash }), usage)
}

interface Usage {
  readonly paths: readonly string[]
  readonly hiddenSheets: readonly string[]
  readonly json: boolean
  /** Everything is told, not only the first of each kind. */
  readonly isVerbose: boolean
  readonly language: 'zh-CN' | 'en'
  readonly salt: string
}

function parseUsage(args: readonly string[]): Usage | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'hidden-sheet': { type: 'string', multiple: true },
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        lang: { type: 'string' },
        salt: { type: 'string' },
      },
    })
    const language = values.lang ?? 'zh-CN'
    if (positionals.length === 0 || (language !== 'zh-CN' && language !== 'en')) return null
    return {
      paths: positionals,
      hiddenSheets: values['hidden-sheet'] ?? [],
      json: values.json ?? false,
      isVerbose: values.verbose ?? false,
      language,
      salt: values.salt ?? TERMINAL_SALT,
    }
  } catch {
    return null
  }
}

function tell(roster: ImportedRoster, usage: Usage): number {
  const texts = textsOf(usage.language)
  const report = rosterReport(roster, texts, usage.isVerbose)
  print(usage.json ? JSON.stringify(rosterJson(roster, texts), null, 2) : report.found)
  if (report.problems !== '') warn(report.problems)
  return roster.refused ? 1 : 0
}

const USAGE =
  'usage: yihu roster FILE… [--hidden-sheet NAME …] [--json] [--verbose] [--lang zh-CN|en] [--salt TEXT]'
