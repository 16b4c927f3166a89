import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { checkDrawsOf, type RecordedCheck } from '../../../application/census/check/checkDraws'
import { checkReport, type CheckReport } from '../../../application/census/check/checkReport'
import { drawCheck, type WantedCheck } from '../../../application/census/check/drawCheck'
import type { Problem } from '../../../domain/shared/Problem'
import { useServices } from '../../app/services'
import { useSession } from '../../app/session/session'
import { useHouseholds } from '../../households/households'

/** The census's check: its draws, and what the latest found so far. */
export const useCheck = defineStore('check', () => {
  const services = useServices()
  const session = useSession()
  const households = useHouseholds()
  /** The latest first; null until they are read. */
  const draws = shallowRef<readonly RecordedCheck[] | null>(null)
  const report = shallowRef<CheckReport | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const isDrawing = ref(false)

  async function load(): Promise<void> {
    const project = session.open
    if (project === null) return
    const { store, rules } = project
    const made = await checkDrawsOf(store)
    const [latest] = made
    const found = latest === undefined ? null : await checkReport(store, latest, rules, services.digest)
    if (session.open?.store !== store) return
    draws.value = made
    report.value = found
  }

  /** Draws and sends, unless a draw is under way. */
  async function draw(wanted: Omit<WantedCheck, 'seed'>): Promise<void> {
    const project = session.open
    if (project === null || isDrawing.value) return
    isDrawing.value = true
    const author = { person: project.person, at: services.now() }
    const plan = { ...wanted, seed: services.newSalt() }
    try {
      const refused = await session.attempt(() => drawCheck(project.store, plan, services.digest, author))
      if (session.open?.store !== project.store) return
      problems.value = refused
      await load()
    } finally {
      isDrawing.value = false
    }
    // Whoever checks as well no longer sees the first answers.
    if (problems.value.length === 0) await households.load()
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => {
      if (project !== null) return
      draws.value = null
      report.value = null
      problems.value = []
    },
  )

  return { draws, report, problems, isDrawing, load, draw }
})
