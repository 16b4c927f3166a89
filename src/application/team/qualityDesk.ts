import { groupBy } from '../../domain/shared/groupBy'
import { findDuplicates } from '../../domain/quality/findDuplicates'
import { findDurations } from '../../domain/quality/findDurations'
import { findHabits } from '../../domain/quality/findHabits'
import { qualityCase, type QualityCase } from '../../domain/quality/QualityCase'
import type { QualityLine, QualityThresholds } from '../../domain/quality/QualityLine'
import { foldChanges } from '../../domain/changes/foldChanges'
import { villageOf } from '../adoptRoster'
import { projectHouseholds } from '../households/projectHouseholds'
import type { ProjectStore } from '../store/ProjectStore'
import { assignments } from './assignments'

/** How far a village or an assessor has come. */
export interface Progress {
  /** Households assigned; of a village all its households. */
  readonly planned: number
  /** Households by the outcome of their visit: `completed`, `partial`, `refused`, `not_home` … */
  readonly outcomes: Readonly<Record<string, number>>
  /** Households that another took the place of. */
  readonly replaced: number
  /** Neither visited to an outcome nor replaced. */
  readonly open: number
}

export interface QualityDesk {
  /** By `villageOf`. */
  readonly villages: ReadonlyMap<string, Progress>
  /** By person; what is assigned to nobody is under the empty text. */
  readonly assessors: ReadonlyMap<string, Progress>
  /** In the order of the checks. */
  readonly lines: readonly QualityLine[]
}

interface Standing {
  readonly household: string
  readonly village: string
  readonly person: string
  readonly outcome: string | null
  readonly isReplaced: boolean
}

/** Progress against plan and what the checks find, village by village through the project. */
export async function qualityDesk(store: ProjectStore, thresholds: QualityThresholds): Promise<QualityDesk> {
  const people = new Map<string, string>()
  for await (const village of assignments(store))
    for (const { household, person } of village) people.set(household, person ?? '')
  const cases: QualityCase[] = []
  const standings: Standing[] = []
  for await (const settled of projectHouseholds(store)) {
    const changes = await store.changesOfHouseholds(settled.map(({ household }) => household.id))
    for (const { household } of settled) {
      const own = changes.get(household.id) ?? []
      const village = villageOf(household)
      const interviews = groupBy(
        own.filter(({ entity }) => entity === 'interview'),
        ({ entityId }) => entityId,
      )
      const read = [...interviews].map(([id, ofInterview]) =>
        qualityCase(household, village, id, ofInterview),
      )
      cases.push(...read)
      const replacedBy = foldChanges(own.filter(({ entity }) => entity === 'household')).get('replaced_by')
      standings.push({
        household: household.id,
        village,
        person: people.get(household.id) ?? '',
        outcome: read.find(({ round, outcome }) => round === 'first' && outcome !== null)?.outcome ?? null,
        isReplaced: replacedBy?.heads.some(({ value }) => value !== null) ?? false,
      })
    }
  }
  return {
    villages: progressBy(standings, ({ village }) => village),
    assessors: progressBy(standings, ({ person }) => person),
    lines: [
      ...findDurations(cases, thresholds),
      ...findDuplicates(cases, thresholds),
      ...findHabits(cases, thresholds),
    ],
  }
}

function progressBy(
  standings: readonly Standing[],
  keyOf: (standing: Standing) => string,
): ReadonlyMap<string, Progress> {
  return new Map(
    [...groupBy(standings, keyOf)].map(([key, own]) => {
      const outcomes: Record<string, number> = {}
      for (const { outcome } of own) if (outcome !== null) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      return [
        key,
        {
          planned: own.length,
          outcomes,
          replaced: own.filter(({ isReplaced }) => isReplaced).length,
          open: own.filter(({ outcome, isReplaced }) => outcome === null && !isReplaced).length,
        },
      ]
    }),
  )
}
