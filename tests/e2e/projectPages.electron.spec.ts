import type { ElectronApplication, Page } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'

/** Answers the system's dialogs in the user's place. */
function userChooses(application: ElectronApplication, path: string): Promise<void> {
  return application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

async function openPractice(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
}

test('saves the result sheet as a PDF of one page of A4', async ({ electron, profile }) => {
  const { page, application } = electron
  const path = join(profile, 'sheet.pdf')
  await userChooses(application, path)
  await openPractice(page)
  await expect(page.getByTestId('to-result')).toBeVisible()
  await page.getByTestId('households').focus()
  await page.keyboard.press('r')
  await expect(page.getByTestId('sheet')).toBeVisible()
  await page.getByRole('button', { name: '存为 PDF' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已存 sheet.pdf' })).toBeVisible()
  const pdf = await readFile(path, 'latin1')
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
})

test('sends the page to the system’s print dialog, and says so when it was called off', async ({
  electron,
}) => {
  const { page, application } = electron
  await application.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return
    window.webContents.print = (_options, answer) => answer?.(false, 'Print job canceled')
  })
  await openPractice(page)
  await expect(page.getByTestId('to-result')).toBeVisible()
  await page.getByTestId('households').focus()
  await page.keyboard.press('r')
  await expect(page.getByTestId('sheet')).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('status').filter({ hasText: '没有打印' })).toBeVisible()
})

test('says in which folder the data lie', async ({ electron, profile }) => {
  await openPractice(electron.page)
  await electron.page.getByRole('link', { name: '设置', exact: true }).click()
  await expect(electron.page.getByTestId('data-folder')).toContainText(profile)
})

test('backs up through the save dialog, restores through the open dialog, and refuses a torn file', async ({
  electron,
  profile,
}) => {
  const { page, application } = electron
  const path = join(profile, 'county.yihu-backup')
  await userChooses(application, path)
  await openPractice(page)
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByTestId('backup').click()
  await expect(page.getByText('已备份到 county.yihu-backup')).toBeVisible()
  await page.getByRole('button', { name: '换任务' }).click()
  await page.getByTestId('restore').click()
  await expect(page.getByTestId('restored')).toContainText('补入 0 条改动')
  await writeFile(path, (await readFile(path)).subarray(0, -1))
  await page.getByTestId('restore').click()
  await expect(page.getByTestId('problems')).toContainText('不完整或被改动过')
})
