import { defineStore } from 'pinia'
import { reactive, ref, shallowRef, watch } from 'vue'
import { recordVillageForm, villageFormsOf } from '../../../application/villages/villageForms'
import type { Problem } from '../../../domain/shared/Problem'
import type { VillageForm } from '../../../domain/villages/VillageForm'
import type { VillageSort } from './sortVillages'
import { useServices } from '../../app/services'
import { useCounty } from '../county'
import { useSession } from '../../app/session/session'

/** The villages' forms, and how their table is sorted. */
export const useVillages = defineStore('villages', () => {
  const services = useServices()
  const session = useSession()
  const county = useCounty()
  const forms = shallowRef<ReadonlyMap<string, VillageForm>>(new Map())
  const problems = shallowRef<readonly Problem[]>([])
  const isLoaded = ref(false)
  const sort = reactive<VillageSort>({ by: 'standsOut', isReversed: false })

  async function load(): Promise<void> {
    const project = session.open
    if (project === null) return
    forms.value = await villageFormsOf(project.store)
    isLoaded.value = true
  }

  async function save(village: string, form: VillageForm): Promise<boolean> {
    const project = session.open
    if (project === null) return false
    const author = { person: project.person, at: services.now() }
    const found = county.report?.villages.find((each) => each.village === village)
    const sampled = found?.interviewedPersons ?? 0
    problems.value = await session.attempt(() =>
      recordVillageForm(project.store, village, form, sampled, author),
    )
    await load()
    return problems.value.length === 0
  }

  watch(
    () => session.open,
    (project) => {
      if (project !== null) return
      forms.value = new Map()
      problems.value = []
      isLoaded.value = false
    },
  )

  return { forms, problems, isLoaded, sort, load, save }
})
