import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether the verdict is shown beside the questions: who stands by need not read it. Kept from household to household. */
export const useVerdictSight = defineStore('verdictSight', () => {
  const isHidden = ref(false)

  function toggle(): void {
    isHidden.value = !isHidden.value
  }

  return { isHidden, toggle }
})
