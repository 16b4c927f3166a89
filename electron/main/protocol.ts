import { protocol } from 'electron'
import { APP_ORIGIN } from '../ipc-contract'
import { readRendererFile } from './rendererFiles'

/** Must run before the app is ready: a standard, secure scheme has an origin, IndexedDB and workers. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built renderer, and nothing else, under `app://yihu/`. */
export function serveRenderer(root: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN || request.method !== 'GET') {
      return new Response(null, { status: 400 })
    }
    const answer = await readRendererFile(root, url.pathname)
    return new Response(answer.body, { status: answer.status, headers: answer.headers })
  })
}
