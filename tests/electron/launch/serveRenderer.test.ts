import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RENDERER_PORT, serveRenderer } from '../../../electron/launch/serveRenderer'

let root = ''
let server: Server
let port = 0

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yihu-serve-'))
  await writeFile(join(root, 'index.html'), '一户')
  const served = await serveRenderer(root, 0)
  if (served.kind !== 'serving') throw new Error('no port is free')
  server = served.server
  port = Number(new URL(served.address).port)
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(root, { recursive: true })
})

/** `fetch` sets Host by itself; a plain request sends what it is given. */
function ask(
  host: string,
  method = 'GET',
  path = '/',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers: { Host: host } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    asking.once('error', reject).end()
  })
}

describe('serveRenderer', () => {
  it('answers under its one address, with the policy', async () => {
    const answer = await ask(`127.0.0.1:${port}`)
    expect([answer.status, answer.text]).toEqual([200, '一户'])
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example', '[::1]'])(
    'refuses a request for the host %s',
    async (host) => {
      const answer = await ask(host)
      expect(answer.status).toBe(421)
      expect(answer.text).not.toContain('一户')
    },
  )

  it('sends localhost to its one address, as another name is another store', async () => {
    const answer = await ask(`localhost:${port}`)
    expect([answer.status, answer.headers['location']]).toEqual([308, `http://127.0.0.1:${port}/`])
  })

  it('takes nothing in', async () => {
    expect((await ask(`127.0.0.1:${port}`, 'POST')).status).toBe(405)
  })

  it('ignores what follows the path', async () => {
    expect((await ask(`127.0.0.1:${port}`, 'GET', '/?a=1#b')).status).toBe(200)
  })

  it('takes no other port when its own is taken', async () => {
    expect(await serveRenderer(root, port)).toEqual({ kind: 'port_taken', port })
  })

  it('has a port that no system hands out by chance', () => {
    expect(RENDERER_PORT).toBeGreaterThan(1024)
    expect(RENDERER_PORT).toBeLessThan(32768)
  })
})
