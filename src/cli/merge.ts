import { basename } from 'node:path'
import { newReplicaOf } from '../adapters/crypto/deviceKeys'
import { newReplica } from '../adapters/crypto/newReplica'
import type { FileTrouble } from '../adapters/files/FileTrouble'
import { FolderStore } from '../adapters/folder/FolderStore'
import { isSystemFile } from '../adapters/folder/isSystemFile'
import { openBeside } from '../adapters/package/openBeside'
import { KNOWN_FORMS } from '../adapters/resources/instruments'
import { textsOf } from '../adapters/resources/texts'
import { currentRosterProblems } from '../application/roster/rosterProblems'
import { followLead } from '../application/team/roll/keepRoll'
import type { MergedPackages } from '../application/team/merge/mergeOneByOne'
import type { Problem } from '../domain/shared/Problem'
import { fileProblem, tellingFileTrouble } from './fileProblem'
import { mergeFolder } from './mergeFolder'
import { mergeProgress } from './mergeProgress'
import { mergeJson, NOTHING_MERGED } from './mergeJson'
import { mergeReport } from './mergeReport'
import { MERGE_USAGE, parseMergeUsage, type MergeUsage } from './mergeUsage'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { householdNames } from './householdNames'
import { problemLines } from './problemLines'
import { readKey } from './readKey'
import { print, warn } from './print'

/** `yihu merge`. Returns the exit code: 0 all merged, 1 something was refused or set aside, 2 wrong usage. */
export async function mergeCommand(args: readonly string[]): Promise<number> {
  const usage = parseMergeUsage(args)
  const packages = usage?.packages.filter((path) => !isSystemFile(basename(path))) ?? []
  if (usage === null || packages.length === 0) {
    warn(MERGE_USAGE)
    return 2
  }
  const missing = await missingFiles([...packages, usage.key])
  if (missing.length > 0) return tellMissing(missing, usage.language)
  const texts = textsOf(usage.language)
  return tellingFileTrouble(() => merge(usage, packages, refuse), refuse)

  /** Nothing was opened: with `--json` there is still one document. */
  function refuse(problems: readonly Problem[]): number {
    if (usage?.json === true) print(mergeJson(NOTHING_MERGED, [], null))
    warn(problemLines(problems, texts))
    return 1
  }
}

async function merge(
  usage: MergeUsage,
  packages: readonly string[],
  refuse: (problems: readonly Problem[]) => number,
): Promise<number> {
  const clashes = await outputProblems({ reads: [...packages, usage.key], fills: usage.into })
  if (clashes.length > 0) return refuse(clashes)
  const key = await readKey(usage.key)
  if (!key.ok) return refuse(key.problems)
  const { project, keys, lead } = key.value
  const isAccepting = Object.values(usage.accepted).some((reason) => reason !== null)
  if (isAccepting && keys?.device !== lead) {
    warn(MERGE_USAGE)
    return 2
  }
  const replica = keys === undefined ? newReplica() : newReplicaOf(keys.device)
  const opened = await FolderStore.open(usage.into, project, replica)
  if (!opened.ok) return refuse(opened.problems)
  const store = opened.value
  try {
    const followed = await followLead(store, lead)
    if (!followed.ok) return refuse(followed.problems)
    const progress = mergeProgress(process.stderr, usage.language)
    const merged = await openBeside(packages.length, (port) =>
      mergeFolder(store, packages, key.value, port, usage.accepted, progress.tell),
    ).finally(progress.clear)
    if (!merged.ok) return refuse(merged.problems)
    const passedOver = usage.packages.filter((path) => !packages.includes(path)).map(systemFile)
    return await tell(merged.value, store, passedOver, usage)
  } finally {
    await store.close()
  }
}

/** Everything is in the folder by now: what goes wrong from here on is told beside what was merged. */
async function tell(
  merged: MergedPackages,
  store: FolderStore,
  passedOver: readonly Problem[],
  { json, isVerbose, language }: MergeUsage,
): Promise<number> {
  const [conflicts, hash] = [store.conflicts(), store.stateHash()]
  const texts = textsOf(language)
  const ofDisk: Problem[] = store.unconfirmed === undefined ? [] : [unconfirmed(store.unconfirmed)]
  if (json) print(mergeJson(merged, conflicts, hash))
  else {
    const told = [...merged.turned, ...merged.others, ...conflicts].map(({ household }) => household)
    const nameOf = await householdNames(store, told, texts).catch((error: unknown) => {
      ofDisk.push(fileProblem(error))
      return (household: string) => household
    })
    print(
      mergeReport(merged, conflicts, hash, {
        texts,
        instrument: KNOWN_FORMS.currentInstrument,
        nameOf,
        isVerbose,
      }),
    )
  }
  const ofPackages = merged.packages.flatMap(({ file, problems }) =>
    problems.map((problem) => ({ ...problem, place: { ...problem.place, file } })),
  )
  const ofRoster = await currentRosterProblems(store).catch((error: unknown) => {
    ofDisk.push(fileProblem(error))
    return []
  })
  const problems = [...ofPackages, ...ofDisk, ...passedOver, ...ofRoster]
  if (problems.length > 0) warn(problemLines(problems, texts, isVerbose))
  const isWhole = ofDisk.length === 0 && !ofPackages.some(({ code }) => LEAVES_OUT.has(code))
  return isWhole && merged.packages.every(({ verdict }) => verdict === 'sound') ? 0 : 1
}

/** Something of a package that is sound was not taken: the lead decides. */
const LEAVES_OUT: ReadonlySet<string> = new Set(['households_of_others', 'work_of_closed_area'])

function unconfirmed({ path, code }: FileTrouble): Problem {
  return { code: 'merge_unconfirmed', severity: 'error', place: {}, value: path, details: { code } }
}

/** `packages/*` names these too where a folder was looked at in macOS or Windows. */
function systemFile(path: string): Problem {
  return { code: 'package_system_file', severity: 'note', place: {}, value: basename(path) }
}
