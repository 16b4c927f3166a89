import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, defineComponent, h, ref, type App } from 'vue'
import { useSeenRows } from '../../../src/ui/shared/useSeenRows'

const ROW_HEIGHT = 20
const ROWS = Array.from({ length: 200 }, (_, index) => index)

/** A list of 200 rows in a box of ten. */
let list: ReturnType<typeof useSeenRows<number>>
const body = ref<HTMLElement | null>(null)
const chosen = ref(150)
let box: HTMLElement
let app: App

const List = defineComponent(() => {
  list = useSeenRows(body, () => ROWS, { rowHeight: ROW_HEIGHT, overscan: 2 })
  list.follow(() => chosen.value)
  return () =>
    h('div', { ref: body, style: 'height: 200px; overflow: auto' }, [
      h('div', { style: `height: ${list.virtualizer.value.getTotalSize()}px` }, list.seen.value.length),
    ])
})

beforeEach(async () => {
  chosen.value = 150
  box = document.body.appendChild(document.createElement('div'))
  app = createApp(List)
  app.mount(box)
  await expect.poll(() => list.seen.value.length).toBeGreaterThan(10)
})
afterEach(() => {
  vi.useRealTimers()
  app.unmount()
  box.remove()
})

function seen(): readonly number[] {
  return list.seen.value.map(({ row }) => row)
}

/** Another page in its place for a moment: a browser puts it back at its top, and tells nobody. */
async function takeOutAndBack(): Promise<void> {
  // The end of scrolling is told by a timer; here it is over before the list is taken out.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  if (body.value !== null) body.value.scrollTop = 3000
  await expect.poll(seen).toContain(155)
  vi.runAllTimers()
  box.remove()
  document.body.append(box)
  expect(body.value?.scrollTop).toBe(0)
}

it('shows its first rows when it came back at its top and is to stand there', async () => {
  await takeOutAndBack()
  expect(seen()).not.toContain(0)
  list.standAt(0)
  await expect.poll(seen).toContain(0)
})

it('shows where it was left when it is put there again', async () => {
  await takeOutAndBack()
  list.standAt(3000)
  await expect.poll(seen).toContain(155)
  expect(body.value?.scrollTop).toBe(3000)
})

it('shows the row that is chosen as the list comes back at its top', async () => {
  await takeOutAndBack()
  chosen.value = 0
  await expect.poll(seen).toContain(0)
})
