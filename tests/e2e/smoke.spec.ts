import { expect, test } from './fixtures'

test('opens on the app with its name and platform @electron', async ({ app, platform }) => {
  await expect(app.page).toHaveTitle('一户')
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('一户')
  await expect(app.page.getByTestId('platform')).toContainText(
    platform === 'electron' ? '桌面版' : '浏览器版',
  )
  await expect(app.page.getByTestId('versions')).toContainText(
    platform === 'electron' ? 'Electron' : 'Chrome',
  )
})

test('gives the page nothing of Node @electron', async ({ app }) => {
  const types = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].map(
      (name) => typeof (globalThis as Record<string, unknown>)[name],
    ),
  )
  expect(types).toEqual(Array(6).fill('undefined'))
})

test('says nothing on the console while it opens @electron', async ({ launchApp }) => {
  const app = await launchApp()
  const messages: string[] = []
  app.page.on('console', (message) => messages.push(message.text()))
  app.page.on('pageerror', (error) => messages.push(error.message))
  await app.page.reload()
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(messages).toEqual([])
})

test('sends a policy that allows only what was built with the app @electron', async ({ app }) => {
  const policy = await app.page.evaluate(async () =>
    (await fetch('/index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain('media-src blob:;')
  expect(policy).not.toContain('unsafe')
})

test('runs no script that was put into the page @electron', async ({ app }) => {
  const hasRun = await app.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.planted = true'
    document.head.append(script)
    return 'planted' in globalThis
  })
  expect(hasRun).toBe(false)
})

test('evaluates no text as code @electron', async ({ app }) => {
  // By a timer, as the debugger's own evaluation is exempt from the page's policy.
  const refused = await app.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
        setTimeout('globalThis.evaluated = true')
      }),
  )
  expect(refused).toBe('script-src')
})

test('keeps what it stored when its process is killed @electron', async ({ launchApp }) => {
  const first = await launchApp()
  await first.page.evaluate(storeMark)
  await first.kill()
  const second = await launchApp()
  expect(await second.page.evaluate(readMark)).toBe('村民小组')
})

function storeMark(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mark', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('marks')
    opening.onerror = () => reject(new Error(opening.error?.message))
    opening.onsuccess = () => {
      const writing = opening.result.transaction('marks', 'readwrite', { durability: 'strict' })
      writing.objectStore('marks').put('村民小组', 'mark')
      writing.oncomplete = () => resolve()
    }
  })
}

function readMark(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mark', 1)
    opening.onerror = () => reject(new Error(opening.error?.message))
    opening.onsuccess = () => {
      const reading = opening.result.transaction('marks').objectStore('marks').get('mark')
      reading.onsuccess = () => resolve(reading.result)
    }
  })
}
