import { computed, onMounted, ref, shallowRef, watch } from 'vue'
import { useMessages } from '../app/i18n/useMessages'
import { useServices } from '../app/services'
import { hitsOf } from './hitsOf'
import { chapterOf, openChapters, type OpenChapter } from './openChapters'

/** A place where the search found its text. */
interface Hit {
  readonly chapter: OpenChapter
  readonly start: number
}

/** The open guide: which chapter is shown, and what a search finds in all of them. `first`: the chapter or section to begin with. */
export function useGuide(first: string) {
  const { guide } = useServices()
  const { language } = useMessages()
  const chapters = shallowRef<readonly OpenChapter[]>([])
  /** Name of the chapter or section shown. */
  const place = ref(first)
  const wanted = ref('')
  const current = ref(-1)

  const chapter = computed(() => chapterOf(chapters.value, place.value) ?? chapters.value[0] ?? null)
  const hits = computed((): readonly Hit[] =>
    chapters.value.flatMap((each) =>
      hitsOf(each.text, wanted.value).map((start) => ({ chapter: each, start })),
    ),
  )
  const hit = computed(() => hits.value[current.value] ?? null)
  const counts = computed(() => {
    const counted = new Map<string, number>()
    for (const { chapter: each } of hits.value) counted.set(each.name, (counted.get(each.name) ?? 0) + 1)
    return counted
  })

  onMounted(async () => {
    chapters.value = openChapters(await guide.chapters(language()))
  })

  // The first one of the chapter that is being read; else the first behind it.
  watch(wanted, () => {
    const from = chapters.value.findIndex(({ name }) => name === chapter.value?.name)
    const next = hits.value.findIndex((each) => chapters.value.indexOf(each.chapter) >= from)
    goToHit(Math.max(next, 0))
  })

  function goToHit(index: number): void {
    current.value = index
    const found = hits.value[index]
    if (found !== undefined && found.chapter.name !== chapter.value?.name) place.value = found.chapter.name
  }

  /** Goes on by one, or back by one; from the last to the first. */
  function step(by: 1 | -1): void {
    const count = hits.value.length
    if (count > 0) goToHit((current.value + by + count) % count)
  }

  function goTo(name: string): void {
    place.value = name
    current.value = hits.value.findIndex((each) => each.chapter.name === chapter.value?.name)
  }

  return { chapters, chapter, place, wanted, hits, hit, current, counts, step, goTo }
}
