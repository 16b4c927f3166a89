import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue'

/** What single keys do on a page, by the key; letters are matched without regard to case. */
export type PageKeys = Readonly<Record<string, () => void>>

/** Keys of the page, wherever the focus is, but for fields in which one types or chooses. Held down, a key says nothing more. */
export function useListKeys(keys: PageKeys): void {
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return
    const { target } = event
    if (target instanceof HTMLElement && target.matches('input, select, textarea')) return
    // A button or a link that has the focus keeps its own Enter.
    const isPressed = target instanceof Element && target.closest('button, a, summary') !== null
    if (event.key === 'Enter' && isPressed) return
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const listen = (): void => window.addEventListener('keydown', press)
  const stop = (): void => window.removeEventListener('keydown', press)
  onMounted(listen)
  onActivated(listen)
  onDeactivated(stop)
  onBeforeUnmount(stop)
}
