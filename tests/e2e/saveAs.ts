import type { Locator } from '@playwright/test'
import type { RunningApp } from './fixtures'
import type { ElectronRunning } from './launchElectron'

/** Presses a button that saves a file, to this path; in Electron the system's dialog is answered in the user's place. */
export async function saveAs(app: RunningApp, button: Locator, path: string): Promise<void> {
  if ('application' in app) {
    const { application } = app as ElectronRunning
    await application.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, path)
    await button.click()
    return
  }
  const [download] = await Promise.all([app.page.waitForEvent('download'), button.click()])
  await download.saveAs(path)
}
