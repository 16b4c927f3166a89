import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { determinationsOf } from '../../application/determination/determinationsOf'
import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import { useSession } from './session'

/** What people decided of the project's households, by household: shown wherever a conclusion is. */
export const useDeterminations = defineStore('determinations', () => {
  const session = useSession()
  const all = shallowRef<ReadonlyMap<string, HouseholdDeterminations>>(new Map())

  async function load(): Promise<void> {
    const store = session.open?.store
    if (store === undefined) return
    const found = await determinationsOf(store)
    if (session.open?.store === store) all.value = found
  }

  // Nothing readable stays when the project is closed or locked.
  watch(
    () => session.open,
    (project) => {
      if (project === null) all.value = new Map()
    },
  )

  return { all, load }
})
