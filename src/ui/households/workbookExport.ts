import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { WorkbookSaved } from '../../application/Platform'
import { reviewInputsOf } from '../../application/review/ReviewInputs'
import type { ReviewFiles } from '../../application/workbook/ReviewFiles'
import { askFullIds } from '../../application/workbook/fullIds'
import { villageWork } from '../../application/workbook/villageWork'
import type { Problem } from '../../domain/shared/Problem'
import { useMessages } from '../app/i18n/useMessages'
import { useTexts } from '../app/i18n/useTexts'
import { useServices, type Task } from '../app/services'
import { useSession } from '../app/session/session'

/** Has the review workbook written in a worker, and hands it to the user. */
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
    const { store, settings, rules, person, title } = project
    const { language } = texts.value
    const request = { settings, language, title, isIdInFull, ...(await reviewInputsOf(store)) }
    const own = services.writeReview(request, villageWork(store, person))
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

  /** Stops the work with nothing written. */
  function cancel(): void {
    task?.cancel()
    task = null
    isWriting.value = false
  }

  return { isWriting, outcome, problems, write, writeInFull, cancel }
})
