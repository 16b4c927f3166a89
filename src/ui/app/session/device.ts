import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

const KEY = 'yihu.lockMinutes'
const USUAL_MINUTES = 10

export const LOCK_MINUTES = [2, 5, 10, 15, 30, 60] as const

/** What is set for this device and not for a project. */
export const useDevice = defineStore('device', () => {
  const minutes = ref(remembered())

  /** Minutes without a touch after which a sealed project is locked. */
  const lockMinutes = computed({
    get: () => minutes.value,
    set(wanted: number) {
      minutes.value = wanted
      localStorage.setItem(KEY, String(wanted))
    },
  })

  return { lockMinutes }
})

function remembered(): number {
  const kept = Number(localStorage.getItem(KEY))
  return LOCK_MINUTES.find((each) => each === kept) ?? USUAL_MINUTES
}
