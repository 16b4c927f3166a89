import { parseArgs } from 'node:util'
import { basename } from 'node:path'
import { newReplicaOf } from '../adapters/crypto/deviceKeys'
import { newReplica } from '../adapters/crypto/newReplica'
import type { FileTrouble } from '../adapters/files/FileTrouble'
import { FolderStore } from '../adapters/folder/FolderStore'
import { isSystemFile } from '../adapters/folder/isSystemFile'
import { openBeside } from '../adapters/package/openBeside'
import { textsOf } from '../adapters/resources/texts'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import { currentRosterProblems } from '../application/rosterProblems'
import { followLead } from '../application/team/keepRoll'
import type { PackageVerdict } from '../application/team/judgeOpened'
import type { Problem } from '../domain/shared/Problem'
import type { Conflict } from '../domain/team/conflictsIn'
import { fileProblem, tellingFileTrouble } from './fileProblem'
import { mergeFolder, type FolderMerge, type MergeAccepted } from './mergeFolder'
import { mergeProgress } from './mergeProgress'
import { missingFiles } from './missingFiles'
import { outputProblems } from './outputProblems'
import { problemLines } from './problemLines'
import { readKey } from './readKey'
import { print, warn } from './print'

const USAGE = `usage: yihu merge PACKAGE… --key FILE --into DIR [--accept-removed REASON]
                  [--accept-others REASON] [--json] [--lang zh-CN|en]

Unites sealed packages in a folder, which is made if need be: in any order, any number of times, with one result. A package that is
refused changes nothing; the others are merged, and the exit is 1. The packages and the key lie outside of DIR. --accept-removed takes
those of devices that were taken off the roll, --accept-others what was written in households that are others'; the reason is written
into the project. Both need the lead's key. Households of which another conclusion follows are listed.`

interface MergeUsage {
  readonly packages: readonly string[]
  readonly key: string
  readonly into: string
  readonly accepted: MergeAccepted
  readonly json: boolean
  readonly language: Language
}

/** `yihu merge`. Returns the exit code: 0 all merged, 1 something was refused or set aside, 2 wrong usage. */
export async function mergeCommand(args: readonly string[]): Promise<number> {
  const usage = parseUsage(args)
  const packages = usage?.packages.filter((path) => !isSystemFile(basename(path))) ?? []
  if (usage === null || packages.length === 0) {
    warn(USAGE)
    return 2
  }
  const missing = await missingFiles([...packages, usage.key])
  if (missing.length > 0) {
    warn(`${USAGE}\n\nno such file: ${missing.join(', ')}`)
    return 2
  }
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
  const { removed, others } = usage.accepted
  if ((removed !== null || others !== null) && keys?.device !== lead) {
    warn(USAGE)
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
  merged: FolderMerge,
  store: FolderStore,
  passedOver: readonly Problem[],
  { json, language }: MergeUsage,
): Promise<number> {
  const [conflicts, hash] = [store.conflicts(), store.stateHash()]
  print(json ? mergeJson(merged, conflicts, hash) : mergeReport(merged, conflicts, hash))
  const ofPackages = merged.packages.flatMap(({ file, problems }) =>
    problems.map((problem) => ({ ...problem, place: { ...problem.place, file } })),
  )
  const ofDisk: Problem[] = store.unconfirmed === undefined ? [] : [unconfirmed(store.unconfirmed)]
  const ofRoster = await currentRosterProblems(store).catch((error: unknown) => {
    ofDisk.push(fileProblem(error))
    return []
  })
  const problems = [...ofPackages, ...ofDisk, ...passedOver, ...ofRoster]
  if (problems.length > 0) warn(problemLines(problems, textsOf(language)))
  const isWhole = ofDisk.length === 0 && !ofPackages.some(({ code }) => code === 'households_of_others')
  return isWhole && merged.packages.every(({ verdict }) => verdict === 'sound') ? 0 : 1
}

function unconfirmed({ path, code }: FileTrouble): Problem {
  return { code: 'merge_unconfirmed', severity: 'error', place: {}, value: path, details: { code } }
}

/** `packages/*` names these too where a folder was looked at in macOS or Windows. */
function systemFile(path: string): Problem {
  return { code: 'package_system_file', severity: 'note', place: {}, value: basename(path) }
}

const NOTHING_MERGED: FolderMerge = {
  packages: [],
  interviews: { new: 0, updated: 0, same: 0 },
  turned: [],
  others: [],
}

/** The document that `yihu merge --json` prints. */
function mergeJson(
  { packages, interviews, turned, others }: FolderMerge,
  conflicts: readonly Conflict[],
  stateHash: string | null,
): string {
  const document = {
    packages: packages.map(({ file, sender, verdict, problems }) => {
      return {
        file,
        sender: sender?.join('、') ?? null,
        verdict: wordOf(verdict),
        reason: problems[0]?.code ?? null,
      }
    }),
    interviews,
    conclusions: turned.map(({ household, before, after, file }) => ({ household, before, after, file })),
    setAside: others.map(({ household, before, after, file, names }) => {
      return { household, before, after, file, by: names.join('、') }
    }),
    conflicts: conflicts.map(({ household, path, heads }) => ({
      household,
      question: path,
      heads: heads.map(({ value, person, at, evidence }) => ({
        value,
        by: person,
        at,
        evidence: evidence ?? null,
      })),
    })),
    stateHash,
  }
  return JSON.stringify(document, null, 1)
}

function mergeReport(
  { packages, interviews, turned, others }: FolderMerge,
  conflicts: readonly Conflict[],
  stateHash: string,
): string {
  const lines = packages.map(({ file, sender, verdict, problems }) =>
    [file, sender?.join('、') ?? '-', wordOf(verdict), problems[0]?.code ?? ''].join('  ').trimEnd(),
  )
  const { new: added, updated, same } = interviews
  const heads = conflicts.map(
    (conflict) =>
      `  ${conflict.household}  ${conflict.path}  ` +
      conflict.heads
        .map(({ value, person, at }) => `${JSON.stringify(value)} (${person}, ${at})`)
        .join(' | '),
  )
  return [
    ...lines,
    `interviews: ${added} new, ${updated} updated, ${same} same`,
    `conclusions changed: ${turned.length}`,
    ...turned.map(({ household, before, after, file }) => `  ${household}  ${before} -> ${after}  (${file})`),
    ...(others.length > 0 ? [`set aside, households of others: ${others.length}`] : []),
    ...others.map(
      ({ household, before, after, file, names }) =>
        `  ${household}  ${before} -> ${after}  (${names.join('、')}, ${file})`,
    ),
    `conflicts: ${conflicts.length}`,
    ...heads,
    `state: ${stateHash}`,
  ].join('\n')
}

function wordOf(verdict: PackageVerdict['verdict']): string {
  return verdict === 'sound' ? 'merged' : verdict
}

function parseUsage(args: readonly string[]): MergeUsage | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        into: { type: 'string' },
        'accept-removed': { type: 'string' },
        'accept-others': { type: 'string' },
        json: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const { key, into } = values
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (positionals.length === 0 || key === undefined || into === undefined || language === undefined)
      return null
    const accepted = { removed: values['accept-removed'] ?? null, others: values['accept-others'] ?? null }
    if (accepted.removed?.trim() === '' || accepted.others?.trim() === '') return null
    return { packages: positionals, key, into, accepted, json: values.json ?? false, language }
  } catch {
    return null
  }
}
