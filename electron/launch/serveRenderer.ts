import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readRendererFile } from '../main/rendererFiles'

/**
 * IndexedDB belongs to scheme, host and port: on another port the user would find an empty store. So there is one port, and
 * never a second choice. It lies below the range that systems hand out to outgoing connections.
 */
export const RENDERER_PORT = 27463
export const LOOPBACK = '127.0.0.1'

export type Served =
  | { readonly kind: 'serving'; readonly address: string; readonly server: Server }
  | { readonly kind: 'port_taken'; readonly port: number }

/** Serves the built renderer to this machine's browsers. Only tests choose another port (0 for any). */
export function serveRenderer(root: string, port: number = RENDERER_PORT): Promise<Served> {
  const server = createServer((request, response) => {
    answer(root, server, request, response).catch(() => response.writeHead(500).end())
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ kind: 'port_taken', port })
      else reject(error)
    })
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      resolve({ kind: 'serving', address: `http://${hostOf(server)}/`, server })
    })
  })
}

async function answer(
  root: string,
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const ours = hostOf(server)
  const asked = request.headers.host
  if (asked === ours.replace(LOOPBACK, 'localhost')) {
    // Another name is another origin with another store: there is only one address.
    response.writeHead(308, { Location: `http://${ours}/` }).end()
    return
  }
  // A foreign name that resolves to this machine (DNS rebinding) must not reach the data of this origin.
  if (asked !== ours) {
    response
      .writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8' })
      .end(`Only http://${ours}/ is served here.\n`)
    return
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  const file = await readRendererFile(root, path)
  response.writeHead(file.status, file.headers).end(request.method === 'HEAD' ? undefined : file.body)
}

function hostOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return `${LOOPBACK}:${address.port}`
}
