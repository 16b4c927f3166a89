import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { HouseholdSummary } from '../../application/households/HouseholdSummary'
import { fillQualityDesk } from '../../application/team/desk/fillQualityDesk'
import {
  setThreshold,
  thresholdsOf,
  type ThresholdsInForce,
} from '../../application/team/desk/qualityThresholds'
import { teamProgress } from '../../application/team/desk/teamProgress'
import { QUALITY_CHECKS, type QualityCheck, type QualityLine } from '../../domain/quality/QualityLine'
import { groupBy } from '../../domain/shared/groupBy'
import type { Problem } from '../../domain/shared/Problem'
import { returnTicks } from './returnTicks'
import { useServices, type QualityDeskTask } from '../app/services'
import { useHouseholds } from '../households/households'
import { useSession } from '../app/session/session'

export const QUALITY_TABS = ['village', 'assessor', 'findings'] as const

export type QualityTab = (typeof QUALITY_TABS)[number]

/** The desk that is filled, and which state of each household it has. */
interface FilledDesk {
  readonly task: QualityDeskTask
  /** By household: the summary it had then, made again with every change. */
  readonly taken: Map<string, HouseholdSummary | null>
  /** Another list, or somebody else's eyes: everything is read again. */
  readonly of: string
}

/** How far the team has come, and what the checks find. Where one was on the page outlasts it. */
export const useQuality = defineStore('quality', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const inForce = shallowRef<ThresholdsInForce>({ thresholds: services.quality.thresholds, changes: [] })
  const lines = shallowRef<readonly QualityLine[] | null>(null)
  const reading = ref<{ readonly read: number; readonly all: number } | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const place = reactive({
    tab: 'village' as QualityTab,
    check: 'too_short' as QualityCheck,
    selected: 0,
    scrollTop: 0,
  })
  const ticks = returnTicks()
  let desk: FilledDesk | null = null
  let loads = 0

  const villages = computed(() => teamProgress(households.rows, ({ village }) => village))
  const assessors = computed(() => teamProgress(households.rows, households.whoseIs))
  const checks = computed(() => {
    const found = groupBy(lines.value ?? [], ({ check }) => check)
    return services.quality.checks.flatMap(({ name, text, unit, threshold }) => {
      const check = QUALITY_CHECKS.find((each) => each === name)
      if (check === undefined) return []
      const own = found.get(check) ?? []
      return [
        { check, text, unit, shipped: threshold, threshold: inForce.value.thresholds[check], lines: own },
      ]
    })
  })

  /** Looks at everything written since the last time; a look begun earlier does not come over a later one. */
  async function load(): Promise<void> {
    const project = session.open
    if (project === null || households.isLoading) return
    const own = ++loads
    const { store } = project
    const found = await thresholdsOf(store, services.quality.thresholds)
    if (own !== loads) return
    inForce.value = found
    const filled = deskFor(`${project.rosterHash ?? ''} ${project.person}`)
    const stale = households.rows.filter(
      ({ household, summary }) => filled.taken.get(household.id) !== summary,
    )
    reading.value = { read: 0, all: stale.length }
    for await (const rows of fillQualityDesk(store, stale, (work) => filled.task.take(work))) {
      for (const { household, summary } of rows) filled.taken.set(household.id, summary)
      if (own !== loads) return
      reading.value = { read: reading.value.read + rows.length, all: stale.length }
      await services.pause()
    }
    if (own !== loads) return
    const told = await filled.task.find(found.thresholds)
    // Apart from reading what was reported: each is some ten milliseconds.
    await services.pause()
    if (own !== loads) return
    lines.value = told
    reading.value = null
  }

  /** Reads no further: nobody looks any more. What was taken stays; the next look goes on from there. */
  function leave(): void {
    loads++
    reading.value = null
  }

  function deskFor(of: string): FilledDesk {
    if (desk?.of === of) return desk
    desk?.task.close()
    desk = { task: services.openQualityDesk(), taken: new Map(), of }
    return desk
  }

  /** Another threshold, in force at once. */
  async function choose(check: QualityCheck, threshold: number, reason: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now(), reason }
    problems.value = await session.attempt(() => setThreshold(project.store, check, threshold, author))
    if (problems.value.length > 0) return false
    await load()
    return true
  }

  function goTo(tab: QualityTab): void {
    place.tab = tab
  }

  function showCheck(check: QualityCheck): void {
    Object.assign(place, { check, selected: 0, scrollTop: 0 })
    problems.value = []
  }

  function clear(): void {
    leave()
    desk?.task.close()
    desk = null
    lines.value = null
    ticks.untick()
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => project === null && clear(),
  )

  return {
    inForce,
    lines,
    reading,
    problems,
    place,
    villages,
    assessors,
    checks,
    load,
    leave,
    choose,
    goTo,
    showCheck,
    ...ticks,
  }
})
