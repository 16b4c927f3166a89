import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { ElectronRunning } from './launchElectron'

/** Pixels of the screen for one of the page. */
function zoomOf(page: Page): Promise<number> {
  return page.evaluate(() => window.devicePixelRatio)
}

/** As a keyboard sends it: keys that are dispatched in the page never reach the window. */
async function press({ application }: ElectronRunning, keyCode: string): Promise<void> {
  await application.evaluate(({ BrowserWindow }, key) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    for (const type of ['keyDown', 'keyUp'] as const)
      contents?.sendInputEvent({ type, keyCode: key, modifiers: ['control'] })
  }, keyCode)
}

test('is as large as the keys make it, and so again when it is opened the next time', async ({
  electron,
  launchApp,
}) => {
  await electron.page.getByTestId('versions').waitFor()
  const usual = await zoomOf(electron.page)
  for (const key of ['=', '=', '=', '-']) await press(electron, key)
  await expect.poll(() => zoomOf(electron.page)).toBeCloseTo(usual * 1.25, 2)
  await electron.close()
  const { page } = await launchApp()
  await page.getByTestId('versions').waitFor()
  await expect.poll(() => zoomOf(page)).toBeCloseTo(usual * 1.25, 2)
})

test('goes back to the usual size', async ({ electron }) => {
  await electron.page.getByTestId('versions').waitFor()
  const usual = await zoomOf(electron.page)
  await press(electron, '=')
  await expect.poll(() => zoomOf(electron.page)).toBeGreaterThan(usual)
  await press(electron, '0')
  await expect.poll(() => zoomOf(electron.page)).toBeCloseTo(usual, 2)
})
