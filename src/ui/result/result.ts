import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { assessHousehold, type HouseholdAssessment } from '../../application/assess/assessHousehold'
import { provisionalAssessment } from '../../application/assess/provisionalAssessment'
import { answerHistory, type HistoryEntry } from '../../application/households/answerHistory'
import type { PrintOutcome, SaveOutcome } from '../../application/Platform'
import { householdChanges } from '../../application/rounds/backchecks'
import type { Judgement } from '../../domain/programmes/assessment/conclusion/judgeHousehold'
import { notesIn, type Note } from '../../domain/interview/notes'
import { beforeReopening } from '../../domain/interview/reopenings'
import type { Problem } from '../../domain/shared/Problem'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { useServices } from '../app/services'
import { useSession } from '../app/session/session'

/** One household with its verdict and everything that was ever answered about it. */
export const useResult = defineStore('result', () => {
  const services = useServices()
  const session = useSession()
  const assessment = shallowRef<HouseholdAssessment | null>(null)
  const history = shallowRef<readonly HistoryEntry[]>([])
  /** Written beside questions, in all its interviews. */
  const notes = shallowRef<readonly Note[]>([])
  /** The verdict before a finished interview was corrected; null where none was. */
  const before = shallowRef<Judgement | null>(null)
  /** The interview is not complete: the verdict is shown, and counts for nothing. */
  const isProvisional = ref(false)
  /** Why this person may not see the result. */
  const refused = shallowRef<readonly Problem[]>([])
  const printed = ref<SaveOutcome | PrintOutcome | null>(null)

  async function load(household: RosterHousehold): Promise<void> {
    const project = session.open
    if (project === null) return
    const allowed = await householdChanges(project.store, household.id, project.person)
    if (session.open?.store !== project.store) return
    clear()
    refused.value = allowed.ok ? [] : allowed.problems
    if (!allowed.ok) return
    const changes = allowed.value
    const assessed = assessHousehold(household, changes, project.rules)
    notes.value = notesIn(changes)
    before.value =
      assessed.reopenings.length === 0
        ? null
        : assessHousehold(household, beforeReopening(changes), project.rules).judgement
    isProvisional.value =
      project.rules.programme.givesVerdict && assessed.judgement.criteria === null && changes.length > 0
    assessment.value = isProvisional.value
      ? provisionalAssessment(assessed, project.rules.programme)
      : assessed
    const { questions } = assessed.interview.instrument
    history.value = answerHistory(changes, (name) => questions.has(name))
  }

  async function print(): Promise<void> {
    printed.value = await services.platform.print()
  }

  async function savePdf(name: string): Promise<void> {
    printed.value = (await services.platform.savePdf?.(name)) ?? null
  }

  function clear(): void {
    assessment.value = null
    history.value = []
    before.value = null
    notes.value = []
    printed.value = null
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (open) => open === null && clear(),
  )

  return { assessment, before, notes, history, isProvisional, refused, printed, load, print, savePdf, clear }
})
