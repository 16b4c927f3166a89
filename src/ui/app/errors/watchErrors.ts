import type { App } from 'vue'
import { errorFact } from '../../../application/diagnostics/errorFact'
import type { TroubleLog } from '../../../application/diagnostics/troubleLog'

/** Notes the errors of a window that nobody caught, without their messages; they are still reported on its console. */
export function watchErrors(window: Window, app: App, log: TroubleLog, now: () => string): void {
  function note(error: unknown): void {
    log.noteError(errorFact(error, now(), scriptsOf(window)))
  }

  window.addEventListener('error', ({ error }) => note(error))
  window.addEventListener('unhandledrejection', ({ reason }) => note(reason))
  app.config.errorHandler = (error) => {
    note(error)
    console.error(error)
  }
}

/** Names of the script files that the window has loaded. */
function scriptsOf({ document, performance }: Window): ReadonlySet<string> {
  const addresses = [
    ...[...document.scripts].map(({ src }) => src),
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ]
  return new Set(addresses.map((address) => address.split('/').at(-1) ?? ''))
}
