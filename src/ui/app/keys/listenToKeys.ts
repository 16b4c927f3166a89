import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue'

/** Hears every key of the window while the component is shown; `first`: before any page, panel or dialog does. */
export function listenToKeys(hear: (event: KeyboardEvent) => void, order: 'first' | 'usual' = 'usual'): void {
  const options = { capture: order === 'first' }
  const listen = (): void => window.addEventListener('keydown', hear, options)
  const stop = (): void => window.removeEventListener('keydown', hear, options)
  onMounted(listen)
  onActivated(listen)
  onDeactivated(stop)
  onBeforeUnmount(stop)
}
