import type { ElectronApplication, Page } from '@playwright/test'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { YihuBridge } from '../../electron/ipc-contract'
import { expect, test } from './fixtures'

// The system's dialogs cannot be operated from here: each test answers in the user's place, and keeps what was asked.

function userChooses(application: ElectronApplication, paths: readonly string[]): Promise<void> {
  return application.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}

function userSavesAs(application: ElectronApplication, path: string): Promise<void> {
  return application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (_window: unknown, options?: Electron.SaveDialogOptions) => {
      Object.assign(globalThis, { suggested: options?.defaultPath })
      return Promise.resolve({ canceled: filePath === '', filePath })
    }
  }, path)
}

function save(page: Page, name: string): Promise<unknown> {
  return page.evaluate((suggested) => {
    const { yihu } = window as unknown as { yihu: YihuBridge }
    return yihu.files.saveWorkbook(suggested, Uint8Array.of(80, 75, 3, 4))
  }, name)
}

test('hands over the name and contents of the backup chosen, and no path', async ({ electron, profile }) => {
  await writeFile(join(profile, '甲县.yihu-backup'), 'sealed')
  await userChooses(electron.application, [join(profile, '甲县.yihu-backup')])
  const file = await electron.page.evaluate(async () => {
    const { yihu } = window as unknown as { yihu: YihuBridge }
    const chosen = await yihu.files.chooseBackup()
    return chosen && { ...chosen, bytes: new TextDecoder().decode(chosen.bytes) }
  })
  expect(file).toEqual({ name: '甲县.yihu-backup', bytes: 'sealed' })
})

test('hands over nothing when the user cancels', async ({ electron }) => {
  await userChooses(electron.application, [])
  const file = await electron.page.evaluate(() =>
    (window as unknown as { yihu: YihuBridge }).yihu.files.chooseBackup(),
  )
  expect(file).toBeNull()
})

test('saves whole where the user says, and suggests no more than a name', async ({ electron, profile }) => {
  const folder = join(profile, 'exports')
  await mkdir(folder)
  await userSavesAs(electron.application, join(folder, '结果.xlsx'))
  expect(await save(electron.page, '/etc/结果.xlsx')).toEqual({ kind: 'saved', name: '结果.xlsx' })
  expect([...(await readFile(join(folder, '结果.xlsx')))]).toEqual([80, 75, 3, 4])
  expect(await readdir(folder)).toEqual(['结果.xlsx'])
  const suggested = await electron.application.evaluate(
    () => (globalThis as { suggested?: string }).suggested,
  )
  expect(suggested).toBe('结果.xlsx')
})

test('writes nothing when the user cancels', async ({ electron }) => {
  await userSavesAs(electron.application, '')
  expect(await save(electron.page, '结果.xlsx')).toEqual({ kind: 'cancelled' })
})

test('says why it could not save', async ({ electron, profile }) => {
  await userSavesAs(electron.application, join(profile, 'nowhere', '结果.xlsx'))
  expect(await save(electron.page, '结果.xlsx')).toEqual({ kind: 'failed', code: 'ENOENT' })
})

test('refuses a call whose values are not what the contract says', async ({ electron }) => {
  const message = await electron.page.evaluate(() => {
    const { yihu } = window as unknown as {
      yihu: { journal: { open(...values: unknown[]): Promise<unknown> } }
    }
    return yihu.journal.open('../../elsewhere', null).then(
      () => 'answered',
      (error: Error) => error.message,
    )
  })
  expect(message).toContain('a project id was expected')
})
