import { attachmentHash } from '../adapters/crypto/attachmentHash'
import type { FolderStore } from '../adapters/folder/FolderStore'
import type { KeyFile } from '../adapters/package/keyFile'
import { KNOWN_FORMS } from '../adapters/resources/instruments'
import { rulesOf } from '../adapters/resources/rulesOf'
import { readSettings } from '../application/project/ProjectSettings'
import {
  judgeOpened,
  withoutForked,
  type JudgedPackage,
  type PackageVerdict,
} from '../application/team/judgeOpened'
import type { AssessmentRules } from '../application/assess/assessHousehold'
import { acceptedDraft } from '../application/team/acceptedDraft'
import { projectOf, rollOf, teamView, type TeamView } from '../application/team/judgePackage'
import {
  countInterviews,
  keepDocuments,
  keepSegments,
  othersHouseholds,
  type OthersHousehold,
} from '../application/team/mergePackages'
import { changesIn, type OpenedChunk, type OpenedPackage, type TeamPort } from '../application/team/TeamPort'
import { turnedConclusions, type TurnedConclusion } from '../application/team/turnedConclusions'
import type { ReplicaId } from '../domain/changes/Change'
import { isChangeId, splitChangeId } from '../domain/changes/ChangeId'
import type { ChangeDraft } from '../domain/changes/ChangeDraft'
import { foldChanges } from '../domain/changes/foldChanges'
import { householdOf } from '../domain/changes/householdOf'
import { groupBy } from '../domain/shared/groupBy'
import type { Problem } from '../domain/shared/Problem'
import { success, type Refusal, type Result } from '../domain/shared/Result'
import { readRoll } from '../domain/team/Roll'
import { openedAhead, withLeadsWords } from './packageFiles'

export interface FolderMerge {
  readonly packages: readonly PackageVerdict[]
  readonly interviews: { readonly new: number; readonly updated: number; readonly same: number }
  /** Households of which another conclusion follows now, by the package that brought it. */
  readonly turned: readonly (TurnedConclusion & { readonly file: string })[]
  /** Households of others that were written in, and are set aside. */
  readonly others: readonly OthersHousehold[]
}

/** What of packages is taken all the same, each with the lead's reason; null: it is set aside. */
export interface MergeAccepted {
  /** Of devices that were taken off the roll. */
  readonly removed: string | null
  /** Of households that are others'. */
  readonly others: string | null
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
  accepted: MergeAccepted,
  tell: (step: MergeStep) => void = () => undefined,
): Promise<Result<FolderMerge>> {
  const found = await teamView(store, KNOWN_FORMS)
  if (!found.ok) return found
  const unread = new Map<string, Refusal>()
  let view = await withLeadsWords(found.value, paths, key, port, unread, tell)
  const [roll, rules] = [rollOf(view), rulesIn(view)]
  const packages: PackageVerdict[] = []
  const interviews = new Map<string, InterviewState>()
  const turned: FolderMerge['turned'][number][] = []
  const others: OthersHousehold[] = []
  const committed = await store.inOneCommit(async () => {
    for await (const { file, bytes, result } of openedAhead(paths, key, port, unread)) {
      tell({ doing: 'merging', nth: packages.length + 1, of: paths.length })
      const first = await judgeOpened(file, result, view, {
        port,
        acceptRemoved: NO_FILE,
        acceptOthers: NO_FILE,
      })
      const reason = reasonToTake(first, accepted)
      let own =
        reason === null
          ? first
          : await judgeOpened(file, result, view, { port, ...acceptedOf(file, accepted) })
      const said = reason === null ? [] : [acceptance(bytes, own.verdict, reason, view)]
      const turns =
        rules === null || own.taken === null
          ? []
          : await turnedConclusions(store, changesIn(own.taken), rules)
      if (rules !== null) others.push(...(await othersHouseholds(store, [own], roll, rules)))
      let kept = own.taken === null ? null : await takeIn(store, own.taken, said, interviews)
      const forked = kept === null || kept.ok ? NONE : forkedIn(kept.problems)
      if (forked.size > 0) {
        own = withoutForked(own, forked, view)
        kept = own.taken === null ? null : await takeIn(store, own.taken, said, interviews)
      }
      packages.push(
        kept === null || kept.ok
          ? own.verdict
          : { ...own.verdict, verdict: 'refused', problems: kept.problems },
      )
      if (kept?.ok !== true) continue
      view = withSegments(view, kept.value)
      turned.push(...turns.map((each) => ({ file, ...each })))
    }
    return success(null)
  })
  if (!committed.ok) return committed
  const states = [...interviews.values()]
  const count = (wanted: InterviewState): number => states.filter((state) => state === wanted).length
  return success({
    packages,
    interviews: { new: count('new'), updated: count('updated'), same: count('same') },
    turned,
    others,
  })
}

/** What is set aside, and taken when the lead says why. */
const REMOVED_CODES: ReadonlySet<string> = new Set([
  'device_removed',
  'segments_of_removed',
  'package_spare_of_another',
])

const NO_FILE: ReadonlySet<string> = new Set()

/** The lead's reason to take what of a package is set aside; null where nothing is, or no reason was given for it. */
function reasonToTake({ verdict, others }: JudgedPackage, accepted: MergeAccepted): string | null {
  if (verdict.problems.some(({ code }) => REMOVED_CODES.has(code)) && accepted.removed !== null)
    return accepted.removed
  return others.length > 0 ? accepted.others : null
}

function acceptedOf(file: string, { removed, others }: MergeAccepted) {
  return {
    acceptRemoved: removed === null ? NO_FILE : new Set([file]),
    acceptOthers: others === null ? NO_FILE : new Set([file]),
  }
}

/** By the project's settings as the lead says them, in the folder or in the packages; null where he says none. */
function rulesIn(view: TeamView): AssessmentRules | null {
  const settings = readSettings(projectOf(view))
  const rules = settings && rulesOf(settings)
  return rules?.ok === true ? rules.value : null
}

const NONE: ReadonlySet<ReplicaId> = new Set()

/** The replicas whose numbers the store refuses to take twice. */
function forkedIn(problems: readonly Problem[]): ReadonlySet<ReplicaId> {
  const ids = problems.flatMap(({ code, value }) =>
    code === 'forked_replica' && value !== null ? [value] : [],
  )
  return new Set(ids.filter(isChangeId).map((id) => splitChangeId(id).replica))
}

function acceptance(
  bytes: Uint8Array,
  { sender }: PackageVerdict,
  reason: string,
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
