import { nextTick, watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'

/**
 * Work goes on in the page that was opened: at what it names by `data-work`, or in all of it, where the arrows scroll; not at the
 * link that led there. A page that has put the focus somewhere itself keeps it there.
 */
export function useWorkFocus(main: Readonly<Ref<HTMLElement | null>>): void {
  const router = useRouter()

  async function focusWork(): Promise<void> {
    await nextTick()
    const { activeElement } = document
    const isPlaced = main.value?.contains(activeElement) === true && activeElement?.matches('a') === false
    if (main.value === null || isPlaced) return
    const work = main.value.querySelector<HTMLElement>('[data-work]:enabled') ?? main.value
    work.focus({ preventScroll: true })
  }

  watch(() => router.currentRoute.value.fullPath, focusWork, { immediate: true, flush: 'post' })
}
