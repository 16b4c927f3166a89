import { ref } from 'vue'

/** Puts texts on the clipboard, and remembers what became of the last one. */
export function useCopy() {
  const copied = ref<'copied' | 'not_copied' | null>(null)

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      copied.value = 'copied'
    } catch {
      copied.value = 'not_copied'
    }
  }

  return { copied, copy }
}
