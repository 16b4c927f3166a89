import { useVirtualizer, type Range } from '@tanstack/vue-virtual'
import { computed, nextTick, ref, watch, type Ref } from 'vue'
import { SeenLines } from './SeenLines'

/** How a long list is shown. */
export interface SeenRowsOptions {
  /** Pixels of a row, as long as nobody measured it. */
  readonly rowHeight: number
  /** Rows made above and below those that are seen. */
  readonly overscan: number
  /** Where the list begins, in pixels; asked once, when it appears. */
  readonly scrollTop?: number
}

/** The rows of a long list that are seen in `body`, each with its place, its line and where it begins: 100,000 scroll as 10 do. */
export function useSeenRows<Row>(
  body: Readonly<Ref<HTMLElement | null>>,
  rows: () => readonly Row[],
  { rowHeight, overscan, scrollTop = 0 }: SeenRowsOptions,
) {
  const lines = new SeenLines()
  const isMoving = ref(false)
  const whileMoving = (range: Range) => lines.rowsOf(range, true)
  const atRest = (range: Range) => lines.rowsOf(range, false)
  const virtualizer = useVirtualizer(
    computed(() => ({
      count: rows().length,
      getScrollElement: () => body.value,
      estimateSize: () => rowHeight,
      overscan,
      initialOffset: scrollTop,
      rangeExtractor: isMoving.value ? whileMoving : atRest,
      onChange: ({ isScrolling }: { readonly isScrolling: boolean }) => {
        isMoving.value = isScrolling
      },
    })),
  )
  const seen = computed(() =>
    virtualizer.value.getVirtualItems().flatMap(({ index, start }) => {
      const row = rows()[index]
      return row === undefined ? [] : [{ index, start, row, line: lines.lineOf(index) }]
    }),
  )

  /** The rows learn where the list stands: it tells by itself a moment after it was scrolled. */
  function look(): void {
    body.value?.dispatchEvent(new Event('scroll'))
  }

  /**
   * Puts the list at `top` pixels. One that was out of the page comes back at its top and tells nobody: its rows would be those of
   * where it was left, out of sight.
   */
  function standAt(top: number): void {
    if (body.value !== null) body.value.scrollTop = top
    look()
  }

  /** Brings a row into view whenever another is chosen, from wherever; a place below 0 is none. */
  function follow(chosen: () => number): void {
    watch(chosen, async (index) => {
      await nextTick()
      // A list at rest has no place to scroll to: it would go there once it is seen again.
      const list = body.value
      if (index < 0 || list?.isConnected !== true) return
      look()
      virtualizer.value.scrollToIndex(index)
    })
  }

  return { virtualizer, seen, follow, standAt }
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }

/** The place among `count` that a key leads to from `place`; null for any other key, and where there is none. */
export function placeByKey(key: string, place: number, count: number, page: number): number | null {
  const step = { ...STEPS, PageDown: page, PageUp: -page }[key]
  return step === undefined || count === 0 ? null : Math.min(Math.max(place + step, 0), count - 1)
}
