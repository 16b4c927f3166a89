import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { ReadAdditional } from '../../../application/xlsform/additional/readAdditional'
import type { AdditionalForm } from '../../../domain/instrument/AdditionalForm'
import type { Problem } from '../../../domain/shared/Problem'
import type { Result } from '../../../domain/shared/Result'
import { useServices, type Task } from '../../app/services'
import { useSession } from '../../app/session/session'

/** The additional groups of the project that is open, and an XLSForm that may take their place. */
export const useAdditional = defineStore('additional', () => {
  const services = useServices()
  const session = useSession()
  const read = shallowRef<ReadAdditional | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const isReading = ref(false)
  let task: Task<Result<ReadAdditional>> | null = null

  const current = computed(() => session.open?.settings.additional?.current ?? null)
  /** The form that was read is the one in use. */
  const isSame = computed(() => read.value !== null && read.value.form.id === current.value?.id)

  function choose(): Promise<readonly File[]> {
    return services.chooseXlsform()
  }

  async function look(file: File): Promise<void> {
    const project = session.open
    if (project === null) return
    forget()
    isReading.value = true
    const own = services.readAdditional(file, project.settings.kind)
    task = own
    const found = await own.done
    if (task !== own) return
    if (found.ok) read.value = found.value
    problems.value = found.ok ? found.value.warnings : found.problems
    isReading.value = false
  }

  /** Interviews that begin from now on ask these groups; null: the standard form alone. */
  async function use(form: AdditionalForm | null): Promise<void> {
    const refused = await session.changeAdditional(form)
    if (refused.length === 0) forget()
    else problems.value = refused
  }

  function forget(): void {
    task?.cancel()
    task = null
    isReading.value = false
    read.value = null
    problems.value = []
  }

  watch(() => session.open?.store, forget)

  return { current, read, problems, isReading, isSame, choose, look, use, forget }
})
