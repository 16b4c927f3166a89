import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { parseFigures, tableFigures } from '../../../application/census/figures'
import type { SaveOutcome } from '../../../application/Platform'
import {
  compareFigures,
  type ComparedTable,
  type TableFigures,
} from '../../../domain/programmes/census/compare/compareFigures'
import { nameInCounty, unmatchedAreas } from '../../../domain/programmes/census/compare/matchAreas'
import type { Problem } from '../../../domain/shared/Problem'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'
import { localDay } from '../../app/i18n/localTime'
import { useCensusTables } from './censusTables'

/** Figures of an earlier count, from a file, beside those of the tables; and today's as such a file. */
export const useEarlierFigures = defineStore('earlierFigures', () => {
  const services = useServices()
  const session = useSession()
  const census = useCensusTables()
  const earlier = shallowRef<{ readonly name: string; readonly tables: readonly TableFigures[] } | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const saved = ref<SaveOutcome | null>(null)

  const shownArea = computed(() => census.area.key ?? 'county')
  const ofArea = computed(() => {
    const wanted = nameInCounty(shownArea.value)
    return earlier.value?.tables.filter(({ area }) => nameInCounty(area) === wanted) ?? []
  })
  /** Of the area that is shown; null where nothing is to compare with. */
  const comparison = computed(() =>
    ofArea.value.length === 0 ? null : compareFigures(census.tables.map(tableFigures), ofArea.value),
  )
  /** Areas of one count alone; nothing where the earlier one is of the county alone. */
  const areas = computed(() => {
    const before = new Set(earlier.value?.tables.map(({ area }) => area))
    if (before.size <= 1) return { now: [], earlier: [] }
    return unmatchedAreas(
      census.areas.map(({ key }) => key ?? 'county'),
      before,
    )
  })

  function of(id: string): ComparedTable | undefined {
    return comparison.value?.tables.find((table) => table.id === id)
  }

  async function choose(): Promise<void> {
    const [file] = await services.chooseFigures()
    if (file === undefined) return
    const { store } = session.open ?? {}
    const read = parseFigures(await file.text(), file.name)
    if (session.open?.store !== store) return
    problems.value = read.ok ? [] : read.problems
    if (read.ok) earlier.value = { name: file.name, tables: read.value }
  }

  async function save(fileName: string): Promise<void> {
    const project = session.open
    const text = await census.figures()
    if (text === null || project === null || session.open?.store !== project.store) return
    const name = `${project.title}-${localDay(services.now())}-${fileName}.json`
    saved.value = await services.platform.saveFigures(name, new TextEncoder().encode(text))
  }

  function clear(): void {
    earlier.value = null
    problems.value = []
    saved.value = null
  }

  watch(() => session.open?.store, clear)

  return { earlier, problems, saved, comparison, areas, of, choose, save, clear }
})
