import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRendererFile } from '../../../electron/main/rendererFiles'

let folder = ''
let root = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yihu-renderer-'))
  root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(folder, 'renderer-secret'))
  await writeFile(join(root, 'index.html'), '<title>一户</title>')
  await writeFile(join(root, 'assets/index.js'), '1')
  await writeFile(join(root, 'assets/.env'), 'secret')
  await writeFile(join(folder, 'package.json'), '{}')
  await writeFile(join(folder, 'renderer-secret/a.json'), '{}')
})

afterAll(() => rm(folder, { recursive: true }))

describe('readRendererFile', () => {
  it('answers / with the page and its policy', async () => {
    const answer = await readRendererFile(root, '/')
    expect(answer.status).toBe(200)
    expect(new TextDecoder().decode(answer.body)).toBe('<title>一户</title>')
    expect(answer.headers['Content-Type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['Content-Security-Policy']).toContain("default-src 'none'")
  })

  it('answers a built file with its type', async () => {
    const answer = await readRendererFile(root, '/assets/index.js')
    expect([answer.status, answer.headers['Content-Type']]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  it.each([
    ['/../package.json', 400],
    ['/..%2fpackage.json', 400],
    ['/%2e%2e/package.json', 400],
    ['/assets/../../package.json', 400],
    ['/../renderer-secret/a.json', 400],
    ['/..\\package.json', 400],
    ['/%00', 400],
    ['/%', 400],
    ['/assets', 404],
    ['/assets/', 404],
    ['/assets/.env', 404],
    ['/assets/none.js', 404],
  ])('refuses %s with %i', async (pathname, status) => {
    const answer = await readRendererFile(root, pathname)
    expect(answer.status).toBe(status)
    expect(answer.body).toHaveLength(0)
  })
})
