import type { Change } from '../../../domain/changes/Change'
import type { EntityState } from '../../../domain/changes/foldChanges'
import { householdOf } from '../../../domain/changes/householdOf'
import { roundOf } from '../../../domain/interview/bookkeeping'
import { groupBy } from '../../../domain/shared/groupBy'
import type { Roll } from '../../../domain/team/Roll'
import type { DeviceId } from '../../../domain/team/Segment'
import type { Round } from '../../assess/AnswerRecord'
import { partsOf } from '../../facts/Fact'
import { HOUSEHOLD_FACTS } from '../../facts/householdFacts'
import { PROJECT_FACTS } from '../../facts/projectFacts'
import { everHeld } from './everHeld'
import type { TeamView } from '../packages/TeamView'
import type { KnownHouseholds } from '../packages/KnownHouseholds'
import type { OpenedChunk, OpenedPackage } from '../TeamPort'

/** What a device wrote in a household that never was its people's. */
export interface OthersWork {
  readonly device: DeviceId
  readonly household: string
  /** All of it that is new here: taken together or not at all. */
  readonly chunks: readonly OpenedChunk[]
}

/**
 * What of a package is written in households that are others': neither assigned to the people at its author's device, now or
 * ever, nor given to them to check, nor found by them. A household that nobody was given is anybody's; so is the second entry of a
 * paper form, which judges nothing. Nothing of what the lead sends, who decides about it.
 */
export async function othersWork(
  opened: Pick<OpenedPackage, 'manifest' | 'segments' | 'rosters'>,
  project: EntityState,
  roll: Roll,
  view: TeamView,
): Promise<readonly OthersWork[]> {
  if (opened.manifest.sender.device === view.lead) return []
  const known = view.households
  const assigned = new AssignedHouseholds(project, known, opened)
  const leads = leadsByHousehold(opened, view)
  const found: OthersWork[] = []
  for (const { device, household, chunks, changes } of workIn(opened, view)) {
    const names = roll.get(device)?.everNames ?? []
    const about = [...(await known.changesOf(household)), ...(leads.get(household) ?? [])]
    const checkers = saidOn(HOUSEHOLD_FACTS.backcheck.path, about)
    const isChecker = names.some((name) => checkers.includes(name))
    const others = changes.filter(
      (change) => !isOfRound(change, 'entry') && !(isChecker && isOfRound(change, 'backcheck')),
    )
    if (others.length === 0) continue
    const finders =
      writersAt(HOUSEHOLD_FACTS.found.path, about) ?? writersAt(HOUSEHOLD_FACTS.found.path, changes) ?? []
    if (finders.some((name) => names.includes(name))) continue
    if (!(await assigned.isOthers(household, names, finders))) continue
    found.push({ device, household, chunks })
  }
  return found
}

/** Owners of households, by the lead's assignments and the lists at hand. */
class AssignedHouseholds {
  /** Who ever had a village. */
  readonly #villages: ReadonlyMap<string, ReadonlySet<string>>
  /** Of the lists that the package brings. */
  readonly #brought: ReadonlyMap<string, ReadonlySet<string>>

  constructor(
    private readonly project: EntityState,
    private readonly known: KnownHouseholds,
    { rosters }: Pick<OpenedPackage, 'rosters'>,
  ) {
    const villages = [...project.keys()].flatMap((path) => partsOf(PROJECT_FACTS.villageAssigned, path) ?? [])
    this.#villages = new Map(villages.map((village) => [village, everHeld(project, '', village)]))
    const present = rosters.flatMap((part) => part.present)
    this.#brought = new Map(
      present.map(({ village, households }) => [village, new Set(households.map(({ id }) => id))]),
    )
  }

  /** Whether a household is somebody's, and never was of any of these. `finders`: who found it, where the list lacks it. */
  async isOthers(household: string, names: readonly string[], finders: readonly string[]): Promise<boolean> {
    const own = everHeld(this.project, household, null)
    if (names.some((name) => own.has(name))) return false
    // Nearly every household lies in a village of whoever writes of it.
    for (const isOwn of [true, false])
      for (const [village, people] of this.#villages) {
        if (names.some((name) => people.has(name)) !== isOwn) continue
        if (!(await this.#has(village, household))) continue
        const holders = everHeld(this.project, household, village)
        return !names.some((name) => holders.has(name))
      }
    return own.size > 0 || finders.length > 0
  }

  async #has(village: string, household: string): Promise<boolean> {
    return (
      this.#brought.get(village)?.has(household) === true ||
      (await this.known.inVillage(village)).has(household)
    )
  }
}

interface Work extends OthersWork {
  readonly changes: readonly Change[]
}

/** What is new here of visits, by device and household. */
function workIn({ segments }: Pick<OpenedPackage, 'segments'>, { lead, known }: TeamView): readonly Work[] {
  const parts = segments.flatMap(({ segment: { header }, chunks }) =>
    header.device === lead
      ? []
      : chunks.flatMap((chunk) => {
          const changes = chunk.changes.filter((change) => isOfVisit(change) && !known.hasChange(change))
          const [first] = changes
          const household = first && householdOf(first.entity, first.entityId)
          return household === undefined ? [] : [{ device: header.device, household, chunk, changes }]
        }),
  )
  const byHousehold = groupBy(parts, ({ device, household }) => `${device} ${household}`)
  return [...byHousehold.values()].flatMap((own) => {
    const [first] = own
    const chunks = own.map(({ chunk }) => chunk)
    return first === undefined ? [] : [{ ...first, chunks, changes: own.flatMap(({ changes }) => changes) }]
  })
}

/** An interview, or what decides who lives in a household and whether it is visited at all. */
function isOfVisit({ entity, path }: Change): boolean {
  if (entity === 'interview' || entity === 'visit') return true
  const { found, replacedBy, moved } = HOUSEHOLD_FACTS
  const isOfList = [found, replacedBy, moved].some((fact) => partsOf(fact, path) !== undefined)
  return entity === 'household' && isOfList
}

function isOfRound({ entity, entityId }: Change, round: Round): boolean {
  return entity === 'interview' && roundOf(entityId) === round
}

/** The lead's changes of households in the package. */
function leadsByHousehold(
  { segments }: Pick<OpenedPackage, 'segments'>,
  { lead }: TeamView,
): ReadonlyMap<string, readonly Change[]> {
  const own = segments.filter(({ segment }) => segment.header.device === lead)
  const said = own.flatMap(({ changes }) => changes.filter(({ entity }) => entity === 'household'))
  return groupBy(said, ({ entityId }) => entityId)
}

function saidOn(path: string, changes: readonly Change[]): readonly unknown[] {
  return changes.filter((change) => change.path === path).map(({ value }) => value)
}

/** Who wrote at a path; undefined where nobody did. */
function writersAt(path: string, changes: readonly Change[]): readonly string[] | undefined {
  const own = changes.filter((change) => change.path === path)
  return own.length === 0 ? undefined : own.map(({ person }) => person)
}
