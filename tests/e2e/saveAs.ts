import type { Locator } from '@playwright/test'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type RunningApp } from './fixtures'
import type { ElectronRunning } from './launchElectron'

/** Presses a button that saves a file, to this path; in Electron the system's dialog is answered in the user's place. */
export async function saveAs(app: RunningApp, button: Locator, path: string): Promise<void> {
  if ('application' in app) {
    const { application } = app as ElectronRunning
    await application.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await rm(path, { force: true })
    await button.click()
    await expect.poll(() => existsSync(path)).toBe(true)
    return
  }
  const [download] = await Promise.all([app.page.waitForEvent('download'), button.click()])
  await download.saveAs(path)
}

/** Saves the workbook by the page's button. */
export async function exportWorkbook(app: RunningApp, folder: string): Promise<Buffer> {
  const path = join(folder, 'out.xlsx')
  await saveAs(app, app.page.getByRole('button', { name: '导出工作簿' }), path)
  await expect(app.page.getByRole('status').filter({ hasText: '已导出' })).toBeVisible()
  return readFile(path)
}
