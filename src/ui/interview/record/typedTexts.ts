import { computed, reactive, type Ref } from 'vue'

interface TypedPlaces {
  /** What is on the disk of texts that are being typed, by the path they are meant for. */
  readonly drafts: Readonly<Ref<ReadonlyMap<string, string>>>
  /** Keeps a text; false where it was not saved. */
  write(meant: string, text: string): Promise<boolean>
}

/** Texts that are being typed: on the screen at once, and at every key in the next write. */
export function typedTexts({ drafts, write }: TypedPlaces) {
  /** What the window knows better than the disk. */
  const typed = reactive(new Map<string, string>())
  const waiting = new Set<string>()
  let writing: Promise<void> | null = null

  const hasUnkept = computed(() => [...typed.keys()].some((meant) => !isKept(meant)))

  /** What is on the screen is on the disk. */
  function isKept(meant: string): boolean {
    return (typed.get(meant) ?? drafts.value.get(meant) ?? '') === (drafts.value.get(meant) ?? '')
  }

  /** Undefined where nothing is being typed. */
  function textAt(meant: string): string | undefined {
    return typed.get(meant) ?? drafts.value.get(meant)
  }

  /** `shown`: what stands there while nothing is typed. */
  function type(meant: string, text: string, shown = ''): void {
    if (text === (textAt(meant) ?? shown)) return
    typed.set(meant, text)
    keep(meant)
  }

  /** One write at a time, each with the newest text. */
  function keep(meant: string): void {
    waiting.add(meant)
    writing ??= keepEach().finally(() => (writing = null))
  }

  async function keepEach(): Promise<void> {
    for (const meant of waiting) {
      waiting.delete(meant)
      const text = typed.get(meant)
      if (text !== undefined) await write(meant, text)
    }
  }

  /** What was typed is being recorded: nothing of it is kept behind that. */
  function halt(meant: string): void {
    waiting.delete(meant)
  }

  /** It is recorded, or was given up: what is stored is seen. */
  function end(meant: string): void {
    halt(meant)
    typed.delete(meant)
  }

  /** Resolves when everything typed was tried to be kept. */
  async function flush(): Promise<void> {
    await writing
    for (const meant of typed.keys()) if (!isKept(meant)) keep(meant)
    await writing
  }

  /** Asks for every write at once: there is no time to wait for one after the other. */
  function handOver(): void {
    for (const [meant, text] of typed) if (!isKept(meant)) void write(meant, text)
  }

  function forget(): void {
    typed.clear()
    waiting.clear()
  }

  return { hasUnkept, isKept, textAt, type, halt, end, flush, handOver, forget }
}
