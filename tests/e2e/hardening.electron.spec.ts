import type { ElectronApplication } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test as base } from './fixtures'

/** A page elsewhere that would answer, and counts who came: a refusal must not be mistaken for a dead network. */
const test = base.extend<{ elsewhere: { readonly address: string; readonly visits: string[] } }>({
  elsewhere: async ({}, use) => {
    const visits: string[] = []
    const server = createServer((request, response) => {
      visits.push(request.url ?? '')
      response
        .writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' })
        .end('<title>elsewhere</title>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, visits })
    server.closeAllConnections()
    server.close()
  },
})

test('stays on its own page when asked to go elsewhere', async ({ electron: { page }, elsewhere }) => {
  await page.evaluate((address) => {
    const link = document.createElement('a')
    link.href = address
    document.body.append(link)
    link.click()
    location.assign(address)
  }, elsewhere.address)
  // The refusal has gone through once a later round trip to the main process is back.
  await page.evaluate(() =>
    (window as unknown as { yihu: { app: { info(): Promise<unknown> } } }).yihu.app.info(),
  )
  expect(page.url()).toMatch(/^app:\/\/yihu\//)
  expect(elsewhere.visits).toEqual([])
})

test('opens no second window', async ({ electron: { page, application }, elsewhere }) => {
  const opened = await page.evaluate((address) => window.open(address) === null, elsewhere.address)
  expect(opened).toBe(true)
  expect(application.windows()).toHaveLength(1)
  expect(elsewhere.visits).toEqual([])
})

test('reaches no other origin', async ({ electron: { page }, elsewhere }) => {
  const answer = await page.evaluate(
    (address) =>
      fetch(address).then(
        () => 'reached',
        () => 'refused',
      ),
    elsewhere.address,
  )
  expect(answer).toBe('refused')
  expect(elsewhere.visits).toEqual([])
})

test('grants camera and microphone to its own page, and nothing else', async ({ electron: { page } }) => {
  const notification = await page.evaluate(() => Notification.requestPermission())
  expect(notification).toBe('denied')
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(states).toEqual(['denied', 'granted', 'granted', 'denied'])
  expect(await page.evaluate(openDevices, { video: true, audio: true })).toBe('video audio')
  const screen = { video: { mandatory: { chromeMediaSource: 'desktop' } } } as MediaStreamConstraints
  expect(await page.evaluate(openDevices, screen)).not.toBe('video')
})

test('loads no other page, whoever opens it', async ({ electron: { application }, elsewhere }) => {
  const loaded = await application.evaluate(
    ({ BrowserWindow }, address) =>
      new BrowserWindow({ show: false }).loadURL(address).then(
        () => 'loaded',
        (error: Error) => error.message,
      ),
    elsewhere.address,
  )
  expect(loaded).toContain('ERR_BLOCKED_BY_CLIENT')
  expect(elsewhere.visits).toEqual([])
})

test('looks up no host', async ({ electron: { application } }) => {
  const found = await application.evaluate(({ session }) =>
    session.defaultSession.resolveHost('localhost').then(
      () => 'found',
      (error: Error) => error.message,
    ),
  )
  expect(found).toContain('ERR_NAME_NOT_RESOLVED')
})

test('checks no spelling, for which a dictionary would be fetched', async ({ electron: { application } }) => {
  expect(await application.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(
    false,
  )
})

test('grants no other page a camera or a microphone', async ({ electron: { application }, elsewhere }) => {
  await letOthersLoad(application)
  const stranger = application.waitForEvent('window')
  await application.evaluate(async ({ BrowserWindow }, address) => {
    await new BrowserWindow({ show: false }).loadURL(address)
  }, elsewhere.address)
  const page = await stranger
  const states = await page.evaluate(async () => {
    const names = ['camera', 'microphone'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(states).toEqual(['denied', 'denied'])
  expect(await page.evaluate(openDevices, { video: true })).toBe('NotAllowedError')
  expect(await page.evaluate(openDevices, { audio: true })).toBe('NotAllowedError')
})

/** So that what else stands before a page from elsewhere can be tried. */
async function letOthersLoad(application: ElectronApplication): Promise<void> {
  await application.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null))
}

/** In the page: the kinds of the tracks, or the name of the refusal. */
function openDevices(constraints: MediaStreamConstraints): Promise<string> {
  return navigator.mediaDevices.getUserMedia(constraints).then(
    (stream) => {
      const tracks = stream.getTracks()
      for (const track of tracks) track.stop()
      return tracks
        .map(({ kind }) => kind)
        .sort()
        .reverse()
        .join(' ')
    },
    (error: DOMException) => error.name,
  )
}

test('runs its page sandboxed and isolated', async ({ electron: { application } }) => {
  const preferences = await application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})

test('answers no call that comes from a page that is not its own', async ({
  electron: { application, page },
  elsewhere,
}) => {
  await letOthersLoad(application)
  const preload = await application.evaluate(({ app }) => `${app.getAppPath()}/dist/electron/preload.cjs`)
  const stranger = application.waitForEvent('window')
  await application.evaluate(
    async ({ BrowserWindow }, { address, preload }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await window.loadURL(address)
    },
    { address: elsewhere.address, preload },
  )
  const ask = () =>
    (window as unknown as { yihu: { app: { info(): Promise<unknown> } } }).yihu.app.info().then(
      () => 'answered',
      (error: Error) => error.message,
    )
  expect(await (await stranger).evaluate(ask)).toContain('refused')
  expect(await page.evaluate(ask)).toBe('answered')
})

test('serves nothing from outside the built page', async ({ electron: { page } }) => {
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/..%2f..%2fpackage.json', '/%2e%2e/electron/main.cjs', '/assets', '/nothing.js'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  )
  expect(statuses).toEqual([400, 404, 404, 404])
})

test('wraps no key by a store that protects nothing', async ({ electron: { page, application } }) => {
  const backend = await application.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())
  test.skip(backend !== 'basic_text', `this system has a real key store (${backend})`)
  const answer = await page.evaluate(() =>
    (window as unknown as { yihu: { keys: { wrap(key: Uint8Array): Promise<unknown> } } }).yihu.keys.wrap(
      new Uint8Array(32),
    ),
  )
  expect(answer).toEqual({ kind: 'unavailable' })
})

test('refuses a second instance on the same profile', async ({ electron, launchApp }) => {
  await expect(launchApp()).rejects.toThrow()
  expect(electron.application.windows()).toHaveLength(1)
})
