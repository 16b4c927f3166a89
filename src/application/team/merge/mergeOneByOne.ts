import type { ReplicaId } from '../../../domain/changes/Change'
import { isChangeId, splitChangeId } from '../../../domain/changes/ChangeId'
import type { Problem } from '../../../domain/shared/Problem'
import { success, type Refusal, type Result } from '../../../domain/shared/Result'
import type { AssessmentRules } from '../../assess/assessHousehold'
import type { KnownForms } from '../../facts/KnownForms'
import type { RulesOf } from '../../project/openProject'
import { readSettings } from '../../project/ProjectSettings'
import { acceptance, acceptedOf, NOTHING_ACCEPTED, reasonToTake, type MergeAccepted } from './acceptPackage'
import { judgeOpened, withoutForked, type PackageVerdict } from '../packages/judgeOpened'
import { othersHouseholds, type OthersHousehold } from './mergePackages'
import { openedAhead, withAllLeadChanges, type PackageFile } from '../packages/packageFiles'
import { takePackage, type InterviewState, type MergeStore } from './takePackage'
import { changesIn, type OpenedPackage, type TeamPort } from '../TeamPort'
import { projectOf, rollOf, teamView, type TeamView } from '../packages/TeamView'
import { turnedConclusions, type TurnedConclusion } from './turnedConclusions'

/** What became of packages that were merged. */
export interface MergedPackages {
  readonly packages: readonly PackageVerdict[]
  readonly interviews: { readonly new: number; readonly updated: number; readonly same: number }
  /** Households of which another conclusion follows now, by the package that brought it. */
  readonly turned: readonly (TurnedConclusion & { readonly file: string })[]
  /** Households of others that were written in, and are set aside. */
  readonly others: readonly OthersHousehold[]
}

/** The lead's changes are read from all packages, then each package is merged. */
export interface MergeStep {
  readonly doing: 'reading' | 'merging'
  readonly nth: number
  readonly of: number
}

export interface MergePorts {
  readonly port: TeamPort
  /** The age identity that opens the packages. */
  readonly identity: string
  readonly forms: KnownForms
  readonly rulesOf: RulesOf
  /** SHA-256 of a package's bytes, in hex. */
  readonly hashOf: (bytes: Uint8Array) => string
  /** ISO instant. */
  readonly now: () => string
  readonly tell?: (step: MergeStep) => void
}

/**
 * Merges packages into a store one after another, so that one at a time is in memory; each comes in whole or not at all. The
 * roll as the lead's device wrote it is read from all of them first: their order makes no difference. Refused: `team_unled`, and
 * what the store refuses.
 */
export async function mergeOneByOne(
  store: MergeStore,
  files: readonly PackageFile[],
  accepted: MergeAccepted,
  { port, identity, forms, rulesOf, hashOf, now, tell = () => undefined }: MergePorts,
): Promise<Result<MergedPackages>> {
  const found = await teamView(store, forms)
  if (!found.ok) return found
  const of = files.length
  const unread = new Map<PackageFile, Refusal>()
  const tellReading = (nth: number): void => tell({ doing: 'reading', nth, of })
  let view = await withAllLeadChanges(found.value, files, identity, port, unread, tellReading)
  const [roll, rules] = [rollOf(view), rulesIn(view, rulesOf)]
  const packages: PackageVerdict[] = []
  const interviews = new Map<string, InterviewState>()
  const turned: MergedPackages['turned'][number][] = []
  const others: OthersHousehold[] = []
  const committed = await store.inOneCommit(async () => {
    for await (const { file, bytes, result } of openedAhead(files, identity, port, unread)) {
      tell({ doing: 'merging', nth: packages.length + 1, of })
      const first = await judgeOpened(file, result, view, { port, ...NOTHING_ACCEPTED })
      const reason = reasonToTake(first, accepted)
      let own =
        reason === null
          ? first
          : await judgeOpened(file, result, view, { port, ...acceptedOf(file, accepted) })
      const said = reason === null ? [] : [acceptance(hashOf(bytes), own.verdict, reason, view, now())]
      const turns =
        rules === null || own.taken === null
          ? []
          : await turnedConclusions(store, changesIn(own.taken), rules)
      if (rules !== null) others.push(...(await othersHouseholds(store, [own], roll, rules)))
      let kept = own.taken === null ? null : await takePackage(store, own.taken, said, interviews)
      const forked = kept === null || kept.ok ? NONE : forkedIn(kept.problems)
      if (forked.size > 0) {
        own = withoutForked(own, forked, view)
        kept = own.taken === null ? null : await takePackage(store, own.taken, said, interviews)
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

/** By the project's settings as the lead wrote them, in the store or in the packages; null where there are none. */
function rulesIn(view: TeamView, rulesOf: RulesOf): AssessmentRules | null {
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

function withSegments(view: TeamView, { segments }: OpenedPackage): TeamView {
  return { ...view, segments: [...view.segments, ...segments.map(({ segment }) => segment)] }
}
