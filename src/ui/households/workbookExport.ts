import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { WorkbookSaved } from '../../application/Platform'
import { areasOf } from '../../application/census/areasOf'
import type { OpenProject } from '../../application/project/openProject'
import { reviewInputsOf } from '../../application/review/ReviewInputs'
import type { ReviewFiles } from '../../application/workbook/ReviewFiles'
import { askFullIds, fullIdsAskedOf } from '../../application/workbook/fullIds'
import { samplingsOf } from '../../application/sampling/projectSample'
import { villageWork } from '../../application/workbook/villageWork'
import type { Problem } from '../../domain/shared/Problem'
import { useMessages } from '../app/i18n/useMessages'
import { useTexts } from '../app/i18n/useTexts'
import { useServices, type Task } from '../app/services'
import { useSession } from '../app/session/session'

/** Has the review workbook, or that of a census, written in a worker, and hands it to the user. */
export const useWorkbookExport = defineStore('workbookExport', () => {
  const services = useServices()
  const session = useSession()
  const texts = useTexts()
  const { t } = useMessages()
  const isWriting = ref(false)
  const outcome = ref<WorkbookSaved | null>(null)
  const problems = ref<readonly Problem[]>([])
  let task: Task<ReviewFiles> | null = null

  /** Records why ID numbers are wanted in full, and writes it so; false where that was refused (`problems`). */
  async function writeInFull(why: string): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const { store, person } = project
    problems.value = await session.attempt(() => askFullIds(store, why, { person, at: services.now() }))
    if (problems.value.length > 0) return false
    void write(true)
    return true
  }

  async function write(isIdInFull = false): Promise<void> {
    const project = session.open
    if (project === null) return
    isWriting.value = true
    outcome.value = null
    const { rules, title } = project
    const own = await begin(project, isIdInFull)
    task = own
    try {
      const { review, lists } = await own.done
      if (task !== own) return
      const name = `${title}-${rules.standards.asOf}`
      outcome.value = await services.platform.saveWorkbook(`${name}.xlsx`, review)
      if (lists !== null && outcome.value.kind === 'saved')
        outcome.value = await services.platform.saveWorkbook(
          `${name}-${t('households.exportLists')}.xlsx`,
          lists,
        )
    } finally {
      if (task === own) isWriting.value = false
    }
  }

  /** Of a census its own workbook: it gives no verdict to review. */
  async function begin(project: OpenProject, isIdInFull: boolean): Promise<Task<ReviewFiles>> {
    const { store, settings, person, title } = project
    const told = { settings, language: texts.value.language, title, isIdInFull }
    const villages = villageWork(store, person)
    if (session.givesVerdict)
      return services.writeReview({ ...told, ...(await reviewInputsOf(store)) }, villages)
    const [samplings, fullIdsAsked] = [await samplingsOf(store), await fullIdsAskedOf(store)]
    return services.writeCensus({ ...told, ...(await areasOf(store)), samplings, fullIdsAsked }, villages)
  }

  /** Stops the work with nothing written. */
  function cancel(): void {
    task?.cancel()
    task = null
    isWriting.value = false
  }

  return { isWriting, outcome, problems, write, writeInFull, cancel }
})
