import { computed, reactive, type Ref } from 'vue'
import type { Suspicion } from '../../application/determination/listSuspicions'

/** Decisions ticked in the list, to be confirmed together. */
export function suspicionTicks(
  all: Readonly<Ref<readonly Suspicion[]>>,
  shown: Readonly<Ref<readonly Suspicion[]>>,
) {
  const keys = reactive(new Set<string>())
  /** What still awaits a second person: one that was confirmed meanwhile is no longer ticked. */
  const ticked = computed(() => all.value.filter((each) => keys.has(each.key) && canTick(each)))

  function tick(key: string): void {
    const wanted = all.value.find((each) => each.key === key)
    if (wanted === undefined || !canTick(wanted)) return
    if (!keys.delete(key)) keys.add(key)
  }

  /** All that the list shows and that can be confirmed; once they are, none. */
  function tickAll(): void {
    const wanted = shown.value.filter(canTick)
    const areTicked = wanted.every(({ key }) => keys.has(key))
    for (const { key } of wanted) {
      if (areTicked) keys.delete(key)
      else keys.add(key)
    }
  }

  function untick(): void {
    keys.clear()
  }

  return { ticked, tick, tickAll, untick }
}

/** Whether a suspicion has a decision that awaits a second person. */
export function canTick({ standing }: Pick<Suspicion, 'standing'>): boolean {
  return standing.state === 'unconfirmed'
}
