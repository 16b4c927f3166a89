import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { householdOf } from '../../../domain/changes/householdOf'
import { groupBy } from '../../../domain/shared/groupBy'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import {
  conflictsIn,
  duplicatesIn,
  type Conflict,
  type DuplicateInterview,
} from '../../../domain/team/conflictsIn'
import { foldEntities } from '../../../domain/team/projectionText'
import type { Roll } from '../../../domain/team/Roll'
import type { AssessmentRules } from '../../assess/assessHousehold'
import type { KnownForms } from '../../facts/KnownForms'
import type { ProjectStore } from '../../store/ProjectStore'
import { countInterviews, type InterviewCounts } from './countInterviews'
import { forkedReplicas } from '../packages/forkedReplicas'
import {
  judgeOpened,
  withoutForked,
  type JudgedPackage,
  type Judging,
  type PackageVerdict,
} from '../packages/judgeOpened'
import { keepDocuments, keepSegments } from '../packages/keepPackage'
import { keepReceived } from '../packages/packageTraffic'
import { markRolledBack } from '../packages/rolledBack'
import { changesIn, type OpenedPackage } from '../TeamPort'
import { rollOf, teamView, withLeadChangesOf } from '../packages/TeamView'
import { conclusionsWith, turnedConclusions, type TurnedConclusion } from './turnedConclusions'

/** What a merge would do, before anything of it is kept. */
export interface MergePreview {
  readonly packages: readonly PackageVerdict[]
  /** Interview ids. */
  readonly interviews: InterviewCounts
  /** Open conflicts, after the merge, of the households in these packages. */
  readonly conflicts: readonly Conflict[]
  readonly duplicates: readonly DuplicateInterview[]
  /** Households whose conclusion changes with what the sound packages bring. */
  readonly turned: readonly TurnedConclusion[]
  /** Households of others that were written in: what would be concluded if the lead took it. */
  readonly others: readonly OthersHousehold[]
  /** The sound packages, in their order: the input of `commitMerge`. */
  readonly sound: readonly OpenedPackage[]
}

/** Work in a household of others that is set aside. */
export interface OthersHousehold extends TurnedConclusion {
  readonly file: string
  /** Who works at the device that wrote it. */
  readonly names: readonly string[]
}

export interface MergeSource {
  readonly file: string
  readonly bytes: Uint8Array
}

export interface MergeContext extends Judging {
  /** The age identity that opens them. */
  readonly identity: string
  readonly forms: KnownForms
  /** Null before the project has settings. */
  readonly rules: AssessmentRules | null
  /** Called before each package with how many are opened; false stops the preview. */
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
  const found = await teamView(store, context.forms)
  if (!found.ok) return found
  let view = found.value
  const opened: (readonly [MergeSource, Result<OpenedPackage>])[] = []
  for (const [done, source] of sources.entries()) {
    if (context.goesOn?.(done, sources.length) === false) return refusal('merge_cancelled')
    const result = await context.port.open(source.file, source.bytes, context.identity)
    if (result.ok) view = withLeadChangesOf(view, result.value)
    opened.push([source, result])
  }
  const judged: JudgedPackage[] = []
  for (const [{ file }, result] of opened) {
    const own = await judgeOpened(file, result, view, context)
    judged.push(own)
    const segments = own.taken?.segments.map(({ segment }) => segment) ?? []
    view = { ...view, segments: [...view.segments, ...segments] }
  }
  const forked = await forkedReplicas(store, judged.flatMap(takenChanges))
  const unforked = judged.map((own) => withoutForked(own, forked, view))
  const parted = await markRolledBack(unforked, store, context.port)
  const sound = parted.flatMap(({ taken }) => taken ?? [])
  const coming = sound.flatMap(changesIn)
  const compared = await compareWithStore(store, coming)
  const { rules } = context
  const turned = rules === null ? [] : await turnedConclusions(store, coming, rules)
  const others = rules === null ? [] : await othersHouseholds(store, parted, rollOf(view), rules)
  return success({ packages: parted.map(({ verdict }) => verdict), sound, ...compared, turned, others })
}

/** What of each package lies in others' households, with the conclusions that it would bring. */
export async function othersHouseholds(
  store: ProjectStore,
  judged: readonly Pick<JudgedPackage, 'verdict' | 'others'>[],
  roll: Roll,
  rules: AssessmentRules,
): Promise<readonly OthersHousehold[]> {
  const found: OthersHousehold[] = []
  for (const { verdict, others } of judged)
    for (const [device, own] of groupBy(others, (each) => each.device)) {
      const changes = own.flatMap(({ chunks }) => chunks.flatMap((chunk) => chunk.changes))
      const { names = [] } = roll.get(device) ?? {}
      for (const each of await conclusionsWith(store, changes, rules, true))
        found.push({ file: verdict.file, names, ...each })
    }
  return found
}

function takenChanges({ taken }: JudgedPackage): readonly Change[] {
  return taken === null ? [] : changesIn(taken)
}

/**
 * Keeps everything that the previewed packages bring, all or nothing, and records why they were accepted (`acceptedDraft`) and
 * that they came, at an ISO instant by this device's clock.
 * Refused: what `ProjectStore.accept` refuses, `not_saved`.
 */
export async function commitMerge(
  store: ProjectStore,
  { sound }: Pick<MergePreview, 'sound'>,
  said: readonly ChangeDraft[] = [],
  at?: string,
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
  for (const { manifest } of sound) {
    const kept = await keepReceived(store, manifest, at ?? manifest.made)
    if (!kept.ok) return kept
  }
  return success(accepted.value.added.length)
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
