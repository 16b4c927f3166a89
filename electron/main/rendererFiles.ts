import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** Same policy in Electron and in the browser build: nothing is loaded that was not built with the app. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export interface RendererAnswer {
  readonly status: 200 | 400 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** Answers a request for `pathname` (still percent-encoded) out of `root`; never anything outside it. */
export async function readRendererFile(root: string, pathname: string): Promise<RendererAnswer> {
  const path = insideRoot(root, pathname)
  if (path === null) return refuse(400)
  const type = CONTENT_TYPES[extname(path)]
  if (type === undefined) return refuse(404)
  try {
    return { status: 200, headers: headersFor(type), body: new Uint8Array(await readFile(path)) }
  } catch {
    return refuse(404)
  }
}

function insideRoot(root: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  const path = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  return path.startsWith(normalize(root) + sep) ? path : null
}

function headersFor(contentType: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  }
}

function refuse(status: 400 | 404): RendererAnswer {
  return { status, headers: headersFor('text/plain; charset=utf-8'), body: new Uint8Array() }
}
