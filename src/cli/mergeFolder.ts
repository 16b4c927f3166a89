import { attachmentHash } from '../adapters/crypto/attachmentHash'
import { readFileBytes } from '../adapters/files/readFileBytes'
import type { FolderStore } from '../adapters/folder/FolderStore'
import type { KeyFile } from '../adapters/package/keyFile'
import { instrumentOf } from '../adapters/resources/instruments'
import {
  judgeOpened,
  withoutForked,
  type JudgedPackage,
  type PackageVerdict,
} from '../application/team/judgeOpened'
import { acceptedDraft } from '../application/team/acceptedDraft'
import { teamView, withLeadChanges, type TeamView } from '../application/team/judgePackage'
import { countInterviews, keepDocuments, keepSegments } from '../application/team/mergePackages'
import type { OpenedChunk, OpenedPackage, TeamPort } from '../application/team/TeamPort'
import type { Change, ChangeId, ReplicaId } from '../domain/changes/Change'
import { isChangeId, splitChangeId } from '../domain/changes/ChangeId'
import type { ChangeDraft } from '../domain/changes/ChangeDraft'
import { foldChanges } from '../domain/changes/foldChanges'
import { householdOf } from '../domain/changes/householdOf'
import { groupBy } from '../domain/shared/groupBy'
import type { Problem } from '../domain/shared/Problem'
import { refusals, success, type Refusal, type Result } from '../domain/shared/Result'
import { readRoll } from '../domain/team/Roll'
import { fileProblem } from './fileProblem'
import { shownNames } from './shownNames'

export interface FolderMerge {
  readonly packages: readonly PackageVerdict[]
  readonly interviews: { readonly new: number; readonly updated: number; readonly same: number }
}

/** Packages of devices that were taken off the roll are taken all the same. */
export interface RemovedAccepted {
  readonly reason: string
}

/** The lead's word is read from all packages, then each is taken in. */
export interface MergeStep {
  readonly doing: 'reading' | 'merging'
  readonly nth: number
  readonly of: number
}

type InterviewState = 'new' | 'updated' | 'same'

/**
 * Merges packages into a folder one after another, so that one at a time is in memory; each comes in whole or not at all. What
 * the lead's device says of the roll is read from all of them first: their order makes no difference.
 */
export async function mergeFolder(
  store: FolderStore,
  paths: readonly string[],
  key: KeyFile,
  port: TeamPort,
  removed: RemovedAccepted | null,
  tell: (step: MergeStep) => void = () => undefined,
): Promise<Result<FolderMerge>> {
  const found = await teamView(store, (version) => instrumentOf(version) !== undefined)
  if (!found.ok) return found
  const unread = new Map<string, Refusal>()
  let view = await withLeadsWords(found.value, paths, key, port, unread, tell)
  const packages: PackageVerdict[] = []
  const interviews = new Map<string, InterviewState>()
  const committed = await store.inOneCommit(async () => {
    for await (const { file, bytes, result } of openedAhead(paths, key, port, unread)) {
      tell({ doing: 'merging', nth: packages.length + 1, of: paths.length })
      const first = judgeOpened(file, result, view, { port, acceptRemoved: new Set() })
      const isAccepted =
        removed !== null && first.verdict.problems.some(({ code }) => REMOVED_CODES.has(code))
      const { verdict, taken } = isAccepted
        ? judgeOpened(file, result, view, { port, acceptRemoved: new Set([file]) })
        : first
      const said = isAccepted ? [acceptance(bytes, verdict, removed, view)] : []
      let own: JudgedPackage = { verdict, taken }
      let kept = taken === null ? null : await takeIn(store, taken, said, interviews)
      const forked = kept === null || kept.ok ? NONE : forkedIn(kept.problems)
      if (forked.size > 0) {
        own = withoutForked(own, forked, view)
        kept = own.taken === null ? null : await takeIn(store, own.taken, said, interviews)
      }
      packages.push(
        kept === null || kept.ok ? own.verdict : { ...verdict, verdict: 'refused', problems: kept.problems },
      )
      if (kept?.ok === true) view = withSegments(view, kept.value)
    }
    return success(null)
  })
  if (!committed.ok) return committed
  const states = [...interviews.values()]
  const count = (wanted: InterviewState): number => states.filter((state) => state === wanted).length
  return success({
    packages,
    interviews: { new: count('new'), updated: count('updated'), same: count('same') },
  })
}

async function withLeadsWords(
  view: TeamView,
  paths: readonly string[],
  { identity }: KeyFile,
  port: TeamPort,
  unread: Map<string, Refusal>,
  tell: (step: MergeStep) => void,
): Promise<TeamView> {
  const said: Change[] = []
  const seen = new Set<ChangeId>()
  for (const [index, path] of paths.entries()) {
    tell({ doing: 'reading', nth: index + 1, of: paths.length })
    const bytes = await readPackage(path)
    if (!bytes.ok) {
      unread.set(path, bytes)
      continue
    }
    const own = await port.wordOf(view.lead, bytes.value, identity)
    // The same words come with every package: kept once.
    for (const change of own) {
      if (seen.has(change.id)) continue
      seen.add(change.id)
      said.push(change)
    }
  }
  return withLeadChanges(view, said)
}

/** A package that cannot be read is refused by itself. */
async function readPackage(path: string): Promise<Result<Uint8Array>> {
  try {
    return success(await readFileBytes(path))
  } catch (error) {
    return refusals([fileProblem(error)])
  }
}

/** What is taken when the lead says why. */
const REMOVED_CODES: ReadonlySet<string> = new Set(['device_removed', 'segments_of_removed'])

const NONE: ReadonlySet<ReplicaId> = new Set()

/** The replicas whose numbers the store refuses to take twice. */
function forkedIn(problems: readonly Problem[]): ReadonlySet<ReplicaId> {
  const ids = problems.flatMap(({ code, value }) =>
    code === 'forked_replica' && value !== null ? [value] : [],
  )
  return new Set(ids.filter(isChangeId).map((id) => splitChangeId(id).replica))
}

interface OpenedFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly result: Result<OpenedPackage>
}

/** So many packages are opened, or being opened, while one is taken in: with one alone its thread would wait for this one. */
const AHEAD = 2

/** The packages in their order. What the lead says in one that could not be read was not heard: it stays unread. */
async function* openedAhead(
  paths: readonly string[],
  { identity }: KeyFile,
  port: TeamPort,
  unread: ReadonlyMap<string, Refusal>,
): AsyncGenerator<OpenedFile> {
  const names = shownNames(paths)
  const open = async (index: number): Promise<OpenedFile> => {
    const [file, path] = [names[index] as string, paths[index] as string]
    const bytes = unread.get(path) ?? (await readPackage(path))
    if (!bytes.ok) return { file, bytes: new Uint8Array(), result: bytes }
    return { file, bytes: bytes.value, result: await port.open(file, bytes.value, identity) }
  }
  const underWay: Promise<OpenedFile>[] = []
  for (const index of paths.keys()) {
    for (let next = index + underWay.length; next < Math.min(index + 1 + AHEAD, paths.length); next++) {
      const opening = open(next)
      // Whoever waits for it is told; a merge that ends before that needs no word of it.
      opening.catch(() => undefined)
      underWay.push(opening)
    }
    yield (await underWay.shift()) as OpenedFile
  }
}

function acceptance(
  bytes: Uint8Array,
  { sender }: PackageVerdict,
  { reason }: RemovedAccepted,
  { lead, leadChanges }: TeamView,
): ChangeDraft {
  const entry = { package: attachmentHash(bytes), sender: sender?.join('、') ?? '', reason }
  const person = readRoll(foldChanges(leadChanges)).get(lead)?.names[0] ?? ''
  const draft = acceptedDraft(entry, { person, at: new Date().toISOString() })
  if (!draft.ok) throw new Error('a reason of spaces is wrong usage')
  return draft.value
}

async function takeIn(
  store: FolderStore,
  opened: OpenedPackage,
  said: readonly ChangeDraft[],
  interviews: Map<string, InterviewState>,
): Promise<Result<OpenedPackage>> {
  const before = new Map<string, InterviewState>()
  for (const [household, chunks] of chunksByHousehold(opened)) {
    if (household === undefined) continue
    const known = (await store.changesOfHouseholds([household])).get(household) ?? []
    const coming = chunks.flatMap(({ changes }) => changes)
    const counts = countInterviews(known, coming)
    for (const state of ['new', 'updated', 'same'] as const)
      for (const interview of counts[state]) before.set(interview, state)
  }
  // What can be refused comes before the changes, or with them.
  const documents = await keepDocuments(store, opened)
  if (!documents.ok) return documents
  const accepted = await store.acceptSegments(opened.segments, said)
  if (!accepted.ok) return accepted
  const segments = await keepSegments(store, opened)
  if (!segments.ok) return segments
  // What an earlier package of the same merge brought first stays new.
  for (const [interview, state] of before) {
    const earlier = interviews.get(interview)
    if (earlier === undefined || (earlier === 'same' && state !== 'same')) interviews.set(interview, state)
  }
  return success(opened)
}

/** A chunk is of one household: its first change tells which. */
function chunksByHousehold({ segments }: OpenedPackage): ReadonlyMap<string | undefined, OpenedChunk[]> {
  const chunks = segments.flatMap((segment) => segment.chunks)
  return groupBy(chunks, ({ changes: [first] }) => first && householdOf(first.entity, first.entityId))
}

function withSegments(view: TeamView, { segments }: OpenedPackage): TeamView {
  return { ...view, segments: [...view.segments, ...segments.map(({ segment }) => segment)] }
}
