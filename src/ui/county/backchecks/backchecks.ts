import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { OpenProject } from '../../../application/project/openProject'
import {
  assignDrawnBackchecks,
  backcheckDrawsOf,
  type RecordedDraw,
} from '../../../application/rounds/assignDrawnBackchecks'
import type { BackcheckDraw } from '../../../application/rounds/BackcheckDraw'
import { backcheckReport, type BackcheckReport } from '../../../application/rounds/backcheckReport'
import { backchecksOf, type Backcheck } from '../../../application/rounds/backchecks'
import {
  listBackchecks,
  takeBackBackchecks,
  type GivenBackcheck,
} from '../../../application/rounds/listBackchecks'
import type { Problem } from '../../../domain/shared/Problem'
import { useServices } from '../../app/services'
import { useHouseholds } from '../../households/households'
import { useSession } from '../../app/session/session'

/** Back-checks of the whole project: the draws, what was given to whom, and what the closed ones found. */
export const useBackchecks = defineStore('backchecks', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  const report = shallowRef<BackcheckReport | null>(null)
  const given = shallowRef<readonly Backcheck[]>([])
  const draws = shallowRef<readonly RecordedDraw[]>([])
  const listed = shallowRef<readonly GivenBackcheck[]>([])
  const isDrawing = ref(false)
  const problems = shallowRef<readonly Problem[]>([])
  /** Why nothing was taken back. */
  const notTaken = shallowRef<readonly Problem[]>([])
  /** What this window drew last. */
  const drawn = shallowRef<BackcheckDraw | null>(null)

  async function load(): Promise<void> {
    const project = session.open
    if (project === null) return
    const { store, rules } = project
    const found = [
      await backcheckReport(store, rules),
      await backchecksOf(store),
      await backcheckDrawsOf(store),
      await listBackchecks(store),
    ] as const
    if (session.open?.store === store) [report.value, given.value, draws.value, listed.value] = found
  }

  /** Draws and gives to one person, unless a draw is under way. Reports the outcome last: whoever sees it can draw again. */
  async function draw(sharePercent: number, checker: string): Promise<void> {
    const project = session.open
    if (project === null || isDrawing.value) return
    isDrawing.value = true
    drawn.value = null
    const outcome = await drawFor(project, checker, sharePercent).finally(() => {
      isDrawing.value = false
    })
    if (outcome === null || session.open?.store !== project.store) return
    problems.value = outcome.problems
    drawn.value = outcome.made
    // The next draw need not wait for the list.
    if (outcome.made !== null) await households.load()
  }

  async function drawFor(project: OpenProject, checker: string, sharePercent: number) {
    const author = { person: project.person, at: services.now() }
    const wanted = { sharePercent, checker, seed: services.newSalt() }
    let made: BackcheckDraw | null = null
    const refused = await session.attempt(async () => {
      const result = await assignDrawnBackchecks(project.store, wanted, services.digest, author)
      if (result.ok) made = result.value
      return result
    })
    await load()
    return { problems: refused, made: made as BackcheckDraw | null }
  }

  /** Takes back what was given by mistake and is not begun; false where it was refused or not saved. */
  async function takeBack(wanted: readonly string[], reason: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now(), reason }
    notTaken.value = await session.attempt(() => takeBackBackchecks(project.store, wanted, author))
    await load()
    if (notTaken.value.length > 0) return false
    await households.load()
    return true
  }

  /** For a fresh page: nothing reported of an earlier draw. */
  function forget(): void {
    drawn.value = null
    problems.value = []
    notTaken.value = []
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => {
      if (project !== null) return
      forget()
      report.value = null
      given.value = []
      draws.value = []
      listed.value = []
    },
  )

  return { report, given, draws, listed, isDrawing, problems, notTaken, drawn, load, draw, takeBack, forget }
})
