import { defineStore } from 'pinia'
import { computed, reactive, shallowRef, watch } from 'vue'
import { NO_ANSWERS_OF_AREA, readAreaRecords, type AreaRecord } from '../../../application/census/areaAnswers'
import { closeArea, missingForClosing, type AreaStanding } from '../../../application/census/closeArea'
import {
  closingOfArea,
  NOTHING_CLOSED,
  readClosings,
  type Closing,
} from '../../../application/census/closings'
import { coverageRowOf } from '../../../application/census/coverageRowOf'
import { openArea } from '../../../application/census/openArea'
import { recordAreaAnswers } from '../../../application/census/recordAreaAnswers'
import { PROJECT } from '../../../application/facts/projectFacts'
import { isReturned } from '../../../application/households/isReturned'
import { openQuestions, type AreaAnswers, type AreaForm } from '../../../domain/programmes/census/AreaForm'
import { COUNTY_AREA } from '../../../domain/programmes/census/areaNames'
import { openIn } from '../../../domain/programmes/census/coverage/Coverage'
import { coverageBy, sumCoverage } from '../../../domain/programmes/census/coverage/coverageBy'
import { nextSteps, type VillageStanding } from '../../../domain/programmes/census/coverage/nextSteps'
import { sharedIds } from '../../../domain/programmes/census/coverage/sharedIds'
import type { EvidenceKind } from '../../../domain/shared/Evidence'
import { groupBy } from '../../../domain/shared/groupBy'
import type { Problem } from '../../../domain/shared/Problem'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'
import { useHouseholds } from '../../households/households'
import { useTeam } from '../../team/team'
import { areaFindings } from './areaFindings'
import { FIRST_CHECKS, type ChecksPlace } from './shownChecks'

export const COVERAGE_TABS = ['villages', 'people', 'steps', 'checks'] as const

export type CoverageTab = (typeof COVERAGE_TABS)[number]

interface CoveragePlace {
  tab: CoverageTab
  area: string
  checks: ChecksPlace
}

/** How far the census has come, what its areas answered, and which of them are closed. Where one looked outlasts the page. */
export const useCoverage = defineStore('coverage', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const team = useTeam()
  const place = reactive<CoveragePlace>({ tab: 'villages', area: '', checks: { ...FIRST_CHECKS } })
  const closings = shallowRef(NOTHING_CLOSED)
  const records = shallowRef<ReadonlyMap<string, AreaRecord>>(new Map())
  const problems = shallowRef<readonly Problem[]>([])
  const { lines, findingsOf, countFor, forgetCounts } = areaFindings(records)

  const rows = computed(() => households.rows.map(coverageRowOf))
  const villages = computed(() => coverageBy(rows.value, ({ village }) => village))
  const people = computed(() =>
    coverageBy(
      households.rows.map((row) => ({ ...coverageRowOf(row), whose: households.whoseIs(row) ?? '' })),
      ({ whose }) => whose,
    ),
  )
  const county = computed(() => sumCoverage(villages.value.values()))
  const added = computed(() =>
    households.rows.reduce((sum, { summary }) => sum + (summary?.added?.length ?? 0), 0),
  )
  const shared = computed(() => sharedIds(rows.value))
  const steps = computed(() => nextSteps(standings(), laptops(), services.census.limits, services.now()))

  async function load(): Promise<void> {
    const project = session.open
    if (project === null) return
    const changes = await project.store.changesOf('project', PROJECT)
    closings.value = readClosings(changes)
    records.value = readAreaRecords(changes)
  }

  function formOf(area: string): AreaForm {
    return services.census.forms[area === COUNTY_AREA ? 'county' : 'village']
  }

  function recordOf(area: string): AreaRecord {
    return records.value.get(area) ?? NO_ANSWERS_OF_AREA
  }

  /** Questions of the area's form without an answer. */
  function unansweredOf(area: string): number {
    return openQuestions(formOf(area), recordOf(area).answers).length
  }

  function closingOf(area: string): Closing | undefined {
    return closingOfArea(closings.value, area)
  }

  function standingOf(area: string): AreaStanding {
    const [form, { answers }, findings] = [formOf(area), recordOf(area), findingsOf(area)]
    return { area, rows: rows.value, form, answers, findings }
  }

  /** What an area lacks to be closed without a reason. */
  function missingOf(area: string): readonly Problem[] {
    return missingForClosing(standingOf(area), closings.value)
  }

  function standings(): readonly VillageStanding[] {
    const byVillage = groupBy(households.rows, ({ village }) => village)
    return [...villages.value].map(([village, coverage]) => {
      const own = byVillage.get(village) ?? []
      const instants = own.flatMap(({ summary }) => summary?.lastAt ?? [])
      return {
        village,
        open: openIn(coverage),
        unanswered: unansweredOf(village),
        isClosed: closingOf(village) !== undefined,
        returned: own.filter(isReturned).length,
        lastAt: instants.sort().at(-1) ?? null,
      }
    })
  }

  function laptops() {
    return team.role === 'lead' ? team.active.filter(({ isOwn }) => !isOwn) : []
  }

  async function record(
    area: string,
    answers: AreaAnswers,
    { evidence, reason }: { readonly evidence: EvidenceKind; readonly reason: string },
  ): Promise<boolean> {
    return write((author, store) =>
      recordAreaAnswers(store, { area, form: formOf(area), answers, evidence }, { ...author, reason }),
    )
  }

  async function close(area: string, reason: string): Promise<boolean> {
    // Answers of a moment ago count.
    await households.loaded()
    await households.refresh()
    await countFor(area)
    return write((author, store) => closeArea(store, standingOf(area), { ...author, reason }))
  }

  function open(area: string, reason: string): Promise<boolean> {
    return write((author, store) => openArea(store, area, { ...author, reason }))
  }

  async function write(work: Work): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    problems.value = await session.attempt(() => work(author, project.store))
    await load()
    return problems.value.length === 0
  }

  watch(
    () => session.open,
    (project) => {
      if (project !== null) return
      closings.value = NOTHING_CLOSED
      records.value = new Map()
      forgetCounts()
      problems.value = []
      Object.assign(place, { tab: 'villages', area: '', checks: { ...FIRST_CHECKS } })
    },
  )

  return {
    place, problems, villages, people, county, added, shared, steps, lines,
    load, formOf, recordOf, unansweredOf, closingOf, missingOf, findingsOf, countFor, record, close, open,
  } // prettier-ignore
})

type Project = NonNullable<ReturnType<typeof useSession>['open']>

type Work = (
  author: { readonly person: string; readonly at: string },
  store: Project['store'],
) => ReturnType<typeof closeArea>
