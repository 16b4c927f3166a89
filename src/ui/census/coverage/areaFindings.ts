import { computed, shallowRef, type Ref } from 'vue'
import type { AreaRecord } from '../../../application/census/areaAnswers'
import { checkLines, type CheckLine } from '../../../application/census/checks/checkLines'
import { countVillage } from '../../../application/census/checks/countVillage'
import { COUNTY_AREA } from '../../../domain/programmes/census/areaNames'
import type { VillageCounts } from '../../../domain/programmes/census/areaChecks/countCases'
import {
  findInAreas,
  findInCounty,
  findInVillage,
  type AreaFinding,
  type CheckedAreas,
} from '../../../domain/programmes/census/areaChecks/findInAreas'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'
import { useHouseholds } from '../../households/households'
import { useTeam } from '../../team/team'
import { useCensusTables } from '../tables/censusTables'

/** What the checks find in areas by `records`, and in households as they were counted last. */
export function areaFindings(records: Readonly<Ref<ReadonlyMap<string, AreaRecord>>>) {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const team = useTeam()
  const census = useCensusTables()
  /** Of the one village that is looked at, counted anew whenever somebody does; null before that. */
  const ofVillage = shallowRef<{ readonly village: string; readonly counts: VillageCounts } | null>(null)
  let asked = 0

  const checks = computed(() =>
    session.open === null ? null : services.census.checksOf(session.open.rules.currentInstrument),
  )
  /** Null before every household was counted. */
  const counts = computed(() => census.counted?.checked.counts ?? null)
  const lines = computed((): readonly CheckLine[] | null => {
    const { counted } = census
    if (checks.value === null || counted === null) return null
    return checkLines(findInAreas(checks.value, areasWith(counted.checked.counts)), counted.checked.findings)
  })

  function areasWith(own: VillageCounts): CheckedAreas {
    const villages = [...records.value].filter(([area]) => area !== COUNTY_AREA)
    return {
      counts: own,
      villages: new Map(villages.map(([area, { answers }]) => [area, answers])),
      county: records.value.get(COUNTY_AREA)?.answers ?? {},
      // A member has his own households, and a sample is not the whole.
      isWhole: !team.isMember && !households.hasSample,
    }
  }

  /** What is found in one area, by its answers as they stand; nothing before its households were counted. */
  function findingsOf(area: string): readonly AreaFinding[] {
    const own = area === COUNTY_AREA ? counts.value : countsOf(area)
    if (checks.value === null || own === null) return []
    const find = area === COUNTY_AREA ? findInCounty : findInVillage
    return find(checks.value, areasWith(own), area)
  }

  function countsOf(village: string): VillageCounts | null {
    return ofVillage.value?.village === village ? ofVillage.value.counts : null
  }

  /** Counts what the checks of an area need, by what is written now. */
  async function countFor(area: string): Promise<void> {
    const project = session.open
    if (project === null) return
    if (area === COUNTY_AREA) return census.load()
    const own = ++asked
    const rows = households.rows.filter(({ village }) => village === area)
    const { store, rules } = project
    const whole = await households.wholeOf(rows.map(({ household }) => household.id))
    const counted = await countVillage(
      store,
      rows.flatMap(({ household: { id }, isBlind }) => {
        const household = whole.get(id)
        return household === undefined ? [] : [{ household, isBlind }]
      }),
      { rules, checksOf: services.census.checksOf },
    )
    if (session.open?.store === store && own === asked) ofVillage.value = { village: area, counts: counted }
  }

  return { lines, findingsOf, countFor, forgetCounts: () => void (ofVillage.value = null) }
}
