import { defineStore } from 'pinia'
import { nextTick, ref } from 'vue'
import type { PrintOutcome } from '../../application/Platform'
import { useServices } from '../app/services'

/** Rows of a list on paper: some sixty pages. Longer lists say how long they are. */
export const PRINTED_AT_MOST = 3000

/** Whether the window is being printed: lists of which only what is seen exists are then there in full. */
export const usePrinting = defineStore('printing', () => {
  const { platform, now } = useServices()
  const isPrinting = ref(false)
  /** ISO instant at which the paper was asked for. */
  const printedAt = ref(now())

  // Whoever prints by the browser's own menu gets the same paper.
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', () => (isPrinting.value = false))

  function begin(): void {
    printedAt.value = now()
    isPrinting.value = true
  }

  async function print(): Promise<PrintOutcome> {
    begin()
    await nextTick()
    try {
      return await platform.print()
    } finally {
      isPrinting.value = false
    }
  }

  return { isPrinting, printedAt, print }
})
