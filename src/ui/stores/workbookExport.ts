import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { WorkbookSaved } from '../../application/Platform'
import { assessProject } from '../../application/assess/assessProject'
import type { HouseholdAssessment } from '../../application/assess/assessHousehold'
import { buildWorkbook } from '../../application/workbook/buildWorkbook'
import { useTexts } from '../i18n/useTexts'
import { useServices } from '../services'
import { useSession } from './session'

/** Writes the review workbook and hands it to the user. */
export const useWorkbookExport = defineStore('workbookExport', () => {
  const services = useServices()
  const session = useSession()
  const texts = useTexts()
  const isWriting = ref(false)
  const outcome = ref<WorkbookSaved | null>(null)

  async function write(): Promise<void> {
    const project = session.open
    if (project === null) return
    isWriting.value = true
    outcome.value = null
    try {
      const assessments: HouseholdAssessment[] = []
      for await (const assessment of assessProject(project.store, project.rules)) assessments.push(assessment)
      const { standards } = project.rules
      const sheets = buildWorkbook({
        assessments,
        rosterProblems: [],
        standards,
        edition: services.edition,
        sources: services.sources,
        isIdInFull: false,
        texts: texts.value,
      })
      const name = `${project.title}-${standards.asOf}.xlsx`
      outcome.value = await services.platform.saveWorkbook(name, await services.writeWorkbook(sheets))
    } finally {
      isWriting.value = false
    }
  }

  return { isWriting, outcome, write }
})
