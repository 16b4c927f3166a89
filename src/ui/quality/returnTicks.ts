import { computed, reactive, ref, shallowRef } from 'vue'
import { isReturned } from '../../application/households/isReturned'
import { compareInterviews, type ComparedRow } from '../../application/team/conflicts/compareInterviews'
import { returnInterviews } from '../../application/team/desk/returnInterview'
import type { QualityEntry } from '../../domain/quality/QualityLine'
import type { Problem } from '../../domain/shared/Problem'
import { useTexts } from '../app/i18n/useTexts'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'
import { useHouseholds } from '../households/households'

/** Interviews ticked among the findings, to be sent back together. */
export function returnTicks() {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const texts = useTexts()
  /** By interview: it may stand in several lines. */
  const entries = reactive(new Map<string, QualityEntry>())
  const isReturning = ref(false)
  /** The ticked interviews side by side, in words; null while they are not looked at. */
  const beside = shallowRef<readonly ComparedRow[] | null>(null)
  const returnProblems = shallowRef<readonly Problem[]>([])

  const ticked = computed(() =>
    [...entries].map(([interview, { household, assessor }]) => {
      const row = households.rowOf(household)
      return {
        interview,
        name: households.headNameOf(household),
        place: households.placeOf(household),
        assessor,
        isReturned: row !== undefined && isReturned(row),
      }
    }),
  )

  function tick(entry: QualityEntry): void {
    const { interview } = entry
    beside.value = null
    if (interview !== null && !entries.delete(interview)) entries.set(interview, entry)
  }

  /** All of these; once they are, none of them. */
  function tickAll(all: readonly QualityEntry[]): void {
    beside.value = null
    const wanted = all.filter(({ interview }) => interview !== null)
    const areTicked = wanted.every(({ interview }) => entries.has(interview ?? ''))
    for (const entry of wanted) {
      if (areTicked) entries.delete(entry.interview ?? '')
      else entries.set(entry.interview ?? '', entry)
    }
  }

  /** Reads the ticked interviews to be seen side by side. */
  async function compare(): Promise<void> {
    const project = session.open
    if (project === null) return
    const own = [...entries.values()]
    const ids = own.map(({ household }) => household)
    const [changes, whole] = [await project.store.changesOfHouseholds(ids), await households.wholeOf(ids)]
    if (session.open?.store !== project.store) return
    const interviews = own.flatMap(({ household: id, interview }) => {
      const household = whole.get(id)
      if (household === undefined || interview === null) return []
      return [{ household, interview, changes: changes.get(id) ?? [] }]
    })
    beside.value = compareInterviews(interviews, project.rules, texts.value)
  }

  function untick(): void {
    entries.clear()
    beside.value = null
    returnProblems.value = []
  }

  /** True once every ticked interview is sent back; else none is. */
  async function returnTicked(comment: string): Promise<boolean> {
    const project = session.open
    if (project === null || isReturning.value) return false
    isReturning.value = true
    try {
      const author = { person: project.person, at: services.now() }
      returnProblems.value = await session.attempt(() =>
        returnInterviews(project.store, [...entries.keys()], comment, author),
      )
      if (returnProblems.value.length > 0) return false
      untick()
      await households.refresh()
      return true
    } finally {
      isReturning.value = false
    }
  }

  return {
    entries,
    beside,
    ticked,
    compare,
    isReturning,
    returnProblems,
    tick,
    tickAll,
    untick,
    returnTicked,
  }
}
