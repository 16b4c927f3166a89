import type { Change } from '../../domain/changes/Change'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { householdOf } from '../../domain/changes/householdOf'
import { groupBy } from '../../domain/shared/groupBy'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, success, type Result } from '../../domain/shared/Result'
import {
  conflictsIn,
  duplicatesIn,
  type Conflict,
  type DuplicateInterview,
} from '../../domain/team/conflictsIn'
import { foldEntities } from '../../domain/team/projectionText'
import type { ProjectStore } from '../store/ProjectStore'
import { judgePackage, teamView, withLeadsWord, type TeamView } from './judgePackage'
import { changesIn, type OpenedPackage, type TeamPort } from './TeamPort'

/** What became of one package. */
export interface PackageVerdict {
  readonly file: string
  /** Names at the sending device; null where it could not even be read. */
  readonly sender: readonly string[] | null
  readonly verdict: 'sound' | 'set_aside' | 'refused'
  /** Empty for a sound one. */
  readonly problems: readonly Problem[]
}

/** What a merge would do, before anything of it is kept. */
export interface MergePreview {
  readonly packages: readonly PackageVerdict[]
  /** Interview ids. */
  readonly interviews: InterviewCounts
  /** Open conflicts of the households that these packages speak of, as they will be. */
  readonly conflicts: readonly Conflict[]
  readonly duplicates: readonly DuplicateInterview[]
  /** The sound packages, in their order: what `commitMerge` takes. */
  readonly sound: readonly OpenedPackage[]
}

export interface InterviewCounts {
  readonly new: readonly string[]
  readonly updated: readonly string[]
  readonly same: readonly string[]
}

export interface MergeSource {
  readonly file: string
  readonly bytes: Uint8Array
}

export interface MergeContext {
  readonly port: TeamPort
  /** The age identity that opens them. */
  readonly identity: string
  isKnownInstrument(version: string): boolean
  /** Files of removed devices that the lead takes all the same. */
  readonly acceptRemoved: ReadonlySet<string>
  /** Told before each package how many are opened; false stops the preview. */
  readonly goesOn?: (opened: number, total: number) => boolean
}

/**
 * Opens and judges packages and shows what they would bring. Nothing is kept: dropping the preview cancels the merge. Refused:
 * `team_unled`, `merge_cancelled`.
 */
export async function previewMerge(
  store: ProjectStore,
  sources: readonly MergeSource[],
  context: MergeContext,
): Promise<Result<MergePreview>> {
  const found = await teamView(store, context.isKnownInstrument)
  if (!found.ok) return found
  let view = found.value
  const opened: (readonly [MergeSource, Result<OpenedPackage>])[] = []
  for (const [done, source] of sources.entries()) {
    if (context.goesOn?.(done, sources.length) === false) return refusal('merge_cancelled')
    const result = await context.port.open(source.file, source.bytes, context.identity)
    if (result.ok) view = withLeadsWord(view, result.value)
    opened.push([source, result])
  }
  const packages: PackageVerdict[] = []
  const sound: OpenedPackage[] = []
  for (const [{ file }, result] of opened) {
    const verdict = verdictOf(file, result, view, context)
    packages.push(verdict)
    if (verdict.verdict === 'sound' && result.ok) {
      sound.push(result.value)
      view = { ...view, segments: [...view.segments, ...result.value.segments.map(({ segment }) => segment)] }
    }
  }
  return success({ packages, sound, ...(await compareWithStore(store, sound.flatMap(changesIn))) })
}

/** What a package is by the roll, or why it could not be opened. */
export function verdictOf(
  file: string,
  result: Result<OpenedPackage>,
  view: TeamView,
  { port, acceptRemoved }: Pick<MergeContext, 'port' | 'acceptRemoved'>,
): PackageVerdict {
  if (!result.ok) return { file, sender: null, verdict: 'refused', problems: result.problems }
  const sender = result.value.manifest.sender.names
  const judged = judgePackage(result.value, view, port)
  if (!judged.ok) return { file, sender, verdict: 'refused', problems: judged.problems }
  if (judged.value.kind === 'sound' || acceptRemoved.has(file))
    return { file, sender, verdict: 'sound', problems: [] }
  const { code } = judged.value
  const problem = { code, severity: 'warning', place: { file }, value: sender.join(' ') } as const
  return { file, sender, verdict: 'set_aside', problems: [problem] }
}

/**
 * Keeps everything that the previewed packages bring, all or nothing, and with it what is said of taking them (`acceptedDraft`).
 * Refused: what `ProjectStore.accept` refuses, `not_saved`.
 */
export async function commitMerge(
  store: ProjectStore,
  { sound }: Pick<MergePreview, 'sound'>,
  said: readonly ChangeDraft[] = [],
): Promise<Result<number>> {
  for (const opened of sound) {
    const kept = await keepDocuments(store, opened)
    if (!kept.ok) return kept
  }
  const accepted = await store.accept(sound.flatMap(changesIn), said)
  if (!accepted.ok) return accepted
  for (const opened of sound) {
    const kept = await keepSegments(store, opened)
    if (!kept.ok) return kept
  }
  return success(accepted.value.added.length)
}

/** Rosters and pictures: nothing shows them without the changes that name them. */
export async function keepDocuments(
  store: ProjectStore,
  opened: Pick<OpenedPackage, 'rosters' | 'attachments'>,
): Promise<Result<null>> {
  for (const part of opened.rosters) {
    const kept = await store.putRosterPart(part)
    if (!kept.ok) return kept
  }
  for (const bytes of opened.attachments.values()) {
    const kept = await store.putAttachment(bytes)
    if (!kept.ok) return kept
  }
  return success(null)
}

/** The signatures, by which the changes can be passed on. */
export async function keepSegments(
  store: ProjectStore,
  { segments }: Pick<OpenedPackage, 'segments'>,
): Promise<Result<null>> {
  for (const { segment } of segments) {
    const kept = await store.keepRecord('segments', JSON.stringify(segment))
    if (!kept.ok) return kept
  }
  return success(null)
}

/** Households compared at a time. */
const HOUSEHOLDS_AT_ONCE = 500

async function compareWithStore(
  store: ProjectStore,
  coming: readonly Change[],
): Promise<Pick<MergePreview, 'interviews' | 'conflicts' | 'duplicates'>> {
  const byHousehold = groupBy(coming, ({ entity, entityId }) => householdOf(entity, entityId))
  const households = [...byHousehold.keys()].filter((household) => household !== undefined).sort()
  const interviews = { new: [] as string[], updated: [] as string[], same: [] as string[] }
  const conflicts: Conflict[] = []
  const duplicates: DuplicateInterview[] = []
  for (let at = 0; at < households.length; at += HOUSEHOLDS_AT_ONCE) {
    const part = households.slice(at, at + HOUSEHOLDS_AT_ONCE)
    const stored = await store.changesOfHouseholds(part)
    for (const household of part) {
      const known = stored.get(household) ?? []
      const own = byHousehold.get(household) ?? []
      const counted = countInterviews(known, own)
      for (const kind of ['new', 'updated', 'same'] as const) interviews[kind].push(...counted[kind])
      const united = [...new Map([...known, ...own].map((change) => [change.id, change])).values()]
      conflicts.push(...conflictsIn(household, foldEntities(united)))
      duplicates.push(...duplicatesIn(household, united))
    }
  }
  return { interviews, conflicts, duplicates }
}

/** The interviews that changes speak of: unknown before, known with something new, or known as they are. */
export function countInterviews(known: readonly Change[], coming: readonly Change[]): InterviewCounts {
  const knownIds = new Set(known.map(({ id }) => id))
  const knownInterviews = new Set(known.map(({ entityId }) => entityId))
  const counts = { new: [] as string[], updated: [] as string[], same: [] as string[] }
  const interviews = groupBy(
    coming.filter(({ entity }) => entity === 'interview'),
    ({ entityId }) => entityId,
  )
  for (const [interview, changes] of interviews) {
    const kind = !knownInterviews.has(interview)
      ? 'new'
      : changes.every(({ id }) => knownIds.has(id))
        ? 'same'
        : 'updated'
    counts[kind].push(interview)
  }
  return counts
}
