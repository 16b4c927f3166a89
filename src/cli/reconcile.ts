import { keyedHash } from '../adapters/crypto/keyedHash'
import { readSheets } from '../adapters/excel/readSheets'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { textsOf } from '../adapters/resources/texts'
import { importPersonList } from '../application/reconcile/importPersonList'
import { reconciliationSheets } from '../application/reconcile/reconciliationSheets'
import { importRoster } from '../application/roster/importRoster'
import { listedIn, type Reconciliation } from '../domain/reconcile/Reconciliation'
import { reconcileLists } from '../domain/reconcile/reconcileLists'
import type { Problem } from '../domain/shared/Problem'
import { refusals, success, type Result } from '../domain/shared/Result'
import { tellingFileTrouble } from './fileProblem'
import { FULL_IDS_INCOMPLETE } from './fullIdsWords'
import { hiddenSheetChoices } from './hiddenSheetChoices'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { readRosterFiles } from './readRosterFiles'
import { reconciliationJson, reconciliationReport } from './reconcileReport'
import { parseReconcileUsage, RECONCILE_USAGE, type ReconcileUsage } from './reconcileUsage'
import { writeWhole } from './writeWhole'

/**
 * `yihu reconcile`: holds another list against the register. Returns the exit code: 0 done, 1 refused with problems (nothing is
 * written), 2 wrong usage.
 */
export async function reconcileCommand(args: readonly string[]): Promise<number> {
  const usage = parseReconcileUsage(args)
  if (usage === null || usage === 'full_ids') {
    warn(usage === null ? RECONCILE_USAGE : `${FULL_IDS_INCOMPLETE}\n\n${RECONCILE_USAGE}`)
    return 2
  }
  const reads = [...usage.rosters, ...usage.lists]
  const missing = await missingFiles(reads)
  if (missing.length > 0) return tellMissing(missing, usage.language)
  const refuse = (problems: readonly Problem[]): number => tell(null, problems, usage)
  return tellingFileTrouble(async () => {
    const clashes = await outputProblems({ reads, writes: [usage.out] })
    if (clashes.length > 0) return refuse(clashes)
    const read = await readBoth(usage)
    if (!read.ok) return refuse(read.problems)
    const written = await writeOut(read.value, usage)
    return written.ok ? tell(read.value.found, read.value.problems, usage) : refuse(written.problems)
  }, refuse)
}

interface ReadLists {
  readonly found: Reconciliation
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

async function readBoth(usage: ReconcileUsage): Promise<Result<ReadLists>> {
  const { salt, hiddenSheets } = usage
  const rosters = await readRosterFiles(usage.rosters)
  const lists = await readRosterFiles(usage.lists)
  const ports = { readSheets, vocabulary: rosterVocabulary, keyedHash }
  const register = importRoster(
    { files: rosters, salt, choices: hiddenSheetChoices(rosters, hiddenSheets) },
    ports,
  )
  const other = importPersonList(
    { files: lists, salt, choices: hiddenSheetChoices(lists, hiddenSheets) },
    ports,
  )
  const refused = [...(register.refused ? register.problems : []), ...(other.ok ? [] : other.problems)]
  if (!other.ok || refused.length > 0) return refusals(refused)
  return success({
    found: reconcileLists(listedIn(register.households), listedIn(other.value.persons)),
    files: lists.map(({ name }) => name),
    problems: [...register.problems, ...other.value.problems],
  })
}

async function writeOut({ found, files }: ReadLists, usage: ReconcileUsage): Promise<Result<null>> {
  const { out, source, date, fullIds, language } = usage
  if (out === null) return success(null)
  const about = {
    source,
    date,
    files,
    fullIds: fullIds === null ? null : { ...fullIds, at: new Date().toISOString() },
  }
  const terms = { texts: textsOf(language), codes: rosterVocabulary.codes, isIdInFull: fullIds !== null }
  return writeWhole([
    { path: out, contentOf: () => writeWorkbook(reconciliationSheets(found, about, terms)) },
  ])
}

/** With `--json` a refusal is still one document: nobody, and why. Returns the exit code. */
function tell(found: Reconciliation | null, problems: readonly Problem[], usage: ReconcileUsage): number {
  const terms = {
    texts: textsOf(usage.language),
    codes: rosterVocabulary.codes,
    isIdInFull: usage.fullIds !== null,
  }
  if (usage.json) print(reconciliationJson(found, problems, usage, terms))
  else if (found !== null) print(reconciliationReport(found, usage, terms))
  if (problems.length > 0) warn(problemLines(problems, terms.texts, usage.isVerbose))
  return found === null ? 1 : 0
}
