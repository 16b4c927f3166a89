import { defineStore } from 'pinia'
import { nextTick, ref } from 'vue'
import type { PrintOutcome } from '../../application/Platform'
import { useServices } from '../app/services'

/** Rows of a list on paper: some sixty pages. Longer lists say how long they are. */
export const PRINTED_AT_MOST = 3000

/** Whether the window is being printed: lists of which only what is seen exists are then there in full. */
export const usePrinting = defineStore('printing', () => {
  const { platform } = useServices()
  const isPrinting = ref(false)

  // Whoever prints by the browser's own menu gets the same paper.
  window.addEventListener('beforeprint', () => (isPrinting.value = true))
  window.addEventListener('afterprint', () => (isPrinting.value = false))

  async function print(): Promise<PrintOutcome> {
    isPrinting.value = true
    await nextTick()
    try {
      return await platform.print()
    } finally {
      isPrinting.value = false
    }
  }

  return { isPrinting, print }
})
