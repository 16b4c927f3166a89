import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { stagesOf } from '../../application/determination/recordStage'
import { countyFormOf } from '../../application/measures/countyForm'
import { readingChoicesOf, type ReadingChoice } from '../../application/measures/decideReading'
import { countyFactsOf } from '../../application/measures/countyTotals'
import { measuredRows } from '../../application/review/measuredRows'
import { samplingsOf } from '../../application/sampling/projectSample'
import { openMatters } from '../../application/measures/openMatters'
import type { CountyReport } from '../../application/measures/reportCounty'
import type { CountyForm } from '../../domain/programmes/assessment/county/CountyForm'
import type { CountyStages } from '../../domain/programmes/assessment/determination/CountyStages'
import type { MeasuredHousehold } from '../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { DenominatorReading } from '../../domain/programmes/assessment/measures/Measure'
import type { Behind } from '../../application/measures/householdsBehind'
import { useServices, type Task } from '../app/services'
import { useDeterminations } from '../suspicions/determinations'
import { useHouseholds } from '../households/households'
import { useSession } from '../app/session/session'

/** What follows for the county from the households' verdicts, people's determinations and the county's totals. */
export const useCounty = defineStore('county', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const determinations = useDeterminations()
  const report = shallowRef<CountyReport | null>(null)
  const measured = shallowRef<readonly MeasuredHousehold[]>([])
  const stages = shallowRef<CountyStages | null>(null)
  const form = shallowRef<CountyForm | null>(null)
  const reading = ref<DenominatorReading | null>(null)
  const readingChoices = shallowRef<readonly ReadingChoice[]>([])
  const isComputing = ref(false)
  /** The number whose households are looked at. */
  const behind = shallowRef<Behind | null>(null)
  let task: Task<CountyReport> | null = null
  let loads = 0

  const open = computed(() =>
    report.value === null ? null : openMatters(measured.value, report.value, { reading: reading.value }),
  )

  /** Computes again from what is stored now; a report begun earlier does not come over a later one. */
  async function load(): Promise<void> {
    const project = session.open
    if (project === null || households.isLoading) return
    const own = ++loads
    task?.cancel()
    isComputing.value = true
    const { store, rules } = project
    const [facts, choices, reached, asked] = [
      await countyFactsOf(store),
      await readingChoicesOf(store),
      await stagesOf(store),
      await countyFormOf(store),
    ]
    const samplings = await samplingsOf(store)
    await determinations.load()
    if (own !== loads) return
    const found = measuredRows(households.rows, determinations.all, { samplings })
    task = services.reportCounty({ facts, standards: rules.standards }, found)
    const made = await task.done
    if (own !== loads || session.open?.store !== store) return
    measured.value = found
    stages.value = reached
    form.value = asked
    reading.value = facts.reading
    readingChoices.value = choices
    report.value = made
    isComputing.value = false
  }

  function clear(): void {
    loads++
    task?.cancel()
    report.value = null
    measured.value = []
    stages.value = null
    form.value = null
    readingChoices.value = []
    behind.value = null
    isComputing.value = false
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => project === null && clear(),
  )

  return {
    report,
    measured,
    stages,
    form,
    reading,
    readingChoices,
    isComputing,
    behind,
    open,
    load,
    clear,
  }
})
