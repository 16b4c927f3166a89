import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { writeUpdate, type UpdateStatement } from '../../electron/release/writeUpdate'
import { accessFaults } from './accessFaults'
import { expectAllInReach } from './allInReach'
import { expect, test } from './fixtures'
import type { ElectronRunning } from './launchElectron'
import { newProject } from './newProject'

const INSTALLER = '#!/bin/sh\necho nothing is installed by this\n'
const PASSCODE = '青冈岭-甲村-2020'
const NOTES = {
  'zh-CN': '名单打开得更快。\n修正了住房一节的两处提示。',
  en: 'Lists open faster.\nTwo hints of the housing part were corrected.',
}

const STATEMENT: UpdateStatement = {
  kind: 'deb',
  version: '9.0.0',
  platform: process.platform as 'linux',
  arch: process.arch as 'x64',
  oldestData: 2,
  builtAt: '2021-01-31T08:00:00.000Z',
  notes: NOTES,
}

function testSeed(): Buffer {
  return Buffer.from(process.env['YIHU_TEST_UPDATE_SEED'] ?? '', 'hex')
}

/** An update file on a stick; returns its path. */
async function anUpdateFile(
  stick: string,
  name: string,
  changed: Partial<UpdateStatement> = {},
  seed: Uint8Array = testSeed(),
): Promise<string> {
  await mkdir(stick, { recursive: true })
  const installer = join(stick, 'yihu_9.0.0_amd64.deb')
  await writeFile(installer, INSTALLER)
  await writeUpdate(installer, join(stick, name), { ...STATEMENT, ...changed }, seed)
  return join(stick, name)
}

/** Answers the system's dialog in the user's place. */
function userChooses(application: ElectronApplication, path: string): Promise<void> {
  return application.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

async function choose({ application, page }: ElectronRunning, path: string): Promise<void> {
  await userChooses(application, path)
  await page.getByTestId('choose-update').click()
}

async function leaveProject({ page }: ElectronRunning): Promise<void> {
  await page.getByRole('button', { name: '换任务' }).click()
}

test('refuses every file that is not the right one, and writes nothing', async ({ electron, profile }) => {
  const { page } = electron
  const stick = join(profile, 'stick')
  const good = await anUpdateFile(stick, 'good.yihu-update')
  const altered = await readFile(good)
  altered[altered.length - 3] = 0
  await writeFile(join(stick, 'altered.yihu-update'), altered)
  await writeFile(join(stick, 'short.yihu-update'), (await readFile(good)).subarray(0, -1))
  await writeFile(join(stick, 'empty.yihu-update'), '')
  await writeFile(join(stick, 'backup.yihu-update'), 'yihu backup 1\n')
  await anUpdateFile(stick, 'other.yihu-update', {}, randomBytes(32))
  await anUpdateFile(stick, 'same.yihu-update', { version: '0.1.0' })
  await anUpdateFile(stick, 'mac.yihu-update', { platform: 'darwin', kind: 'dmg' })
  await anUpdateFile(stick, 'trial.yihu-update', { version: '9.0.0-rc.1' })

  await page.getByTestId('update').click()
  await expect(page.getByTestId('choose-update')).toBeFocused()
  for (const [name, words] of [
    ['altered', '不完整，或者被改动过'],
    ['short', '不完整，或者被改动过'],
    ['empty', '不是更新文件'],
    ['backup', '不是更新文件'],
    ['other', '不是一户的发布者签发的'],
    ['same', '已经是 0.1.0 版'],
    ['mac', '是给 macOS x64 的'],
    ['trial', '是试用版'],
  ] as const) {
    await choose(electron, join(stick, `${name}.yihu-update`))
    await expect(page.getByTestId('problems'), name).toContainText(words)
    await expect(page.getByTestId('install-update')).toHaveCount(0)
    expect(await accessFaults(page)).toEqual([])
  }
  const written = ['updates', 'backups-before-update']
  expect((await readdir(profile)).filter((name) => written.includes(name))).toEqual([])
})

test('backs up, copies the installer, and the backup opens on a laptop that knows nothing', async ({
  electron,
  profile,
  launchApp,
}) => {
  const { page, application } = electron
  await newProject(page, { title: '某县', person: '甲', passcode: PASSCODE })
  await page.getByRole('heading', { name: '某县' }).waitFor()
  await leaveProject(electron)
  await page.getByTestId('update').click()
  const path = await anUpdateFile(join(profile, 'stick'), 'Yihu-9.0.0-linux-x64.yihu-update')
  await application.evaluate(({ shell }) => {
    shell.showItemInFolder = (shown) => void Object.assign(globalThis, { shown })
  })
  await choose(electron, path)
  await expect(page.getByTestId('offer')).toContainText('0.1.0 → 9.0.0')
  await expect(page.getByTestId('offer')).toContainText('名单打开得更快。')
  expect(await accessFaults(page)).toEqual([])
  await expectAllInReach(page, 'an update')
  await page.keyboard.press('Tab')
  await expect(page.getByTestId('install-update')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('started')).toContainText('sudo apt install ./yihu_9.0.0_amd64.deb')
  expect(await accessFaults(page)).toEqual([])

  const copied = join(profile, 'updates', 'yihu_9.0.0_amd64.deb')
  expect(await application.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(copied)
  expect(await readFile(copied, 'utf8')).toBe(INSTALLER)
  const [backup = ''] = await readdir(join(profile, 'backups-before-update'))
  const kept = join(profile, 'backups-before-update', backup)
  const [project = ''] = await readdir(join(profile, 'journals'))
  const log = await readFile(join(profile, 'journals', project, 'journal.log'))
  const sums = await readFile(join(kept, 'SHA256SUMS'), 'utf8')
  expect(sums).toContain(`${createHash('sha256').update(log).digest('hex')}  ${project}/journal.log`)

  const other = join(profile, 'another')
  await cp(join(kept, project), join(other, 'journals', project), { recursive: true })
  const restored = await launchApp('another')
  await restored.page.getByRole('button', { name: '某县' }).click()
  await restored.page.getByLabel('输入口令').fill(PASSCODE)
  await restored.page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(restored.page.getByRole('heading', { name: '某县' })).toBeVisible()
  await expect(restored.page.getByTestId('problems')).toContainText('日志')
})

test('starts an installer that runs by itself, and ends', async ({ electron, profile }) => {
  const { page, application } = electron
  const stick = join(profile, 'stick')
  await mkdir(stick)
  const trace = join(profile, 'installed')
  const installer = join(stick, 'setup-9.0.0.exe')
  await writeFile(installer, `#!/bin/sh\ntouch '${trace}'\n`)
  await writeUpdate(installer, join(stick, 'u'), { ...STATEMENT, kind: 'nsis' }, testSeed())
  await page.getByTestId('update').click()
  await choose(electron, join(stick, 'u'))
  const ended = application.waitForEvent('close')
  await page.getByTestId('install-update').click()
  await ended
  await expect.poll(() => existsSync(trace)).toBe(true)
})

test('closes the project that is open before anything is chosen', async ({ electron: { page } }) => {
  await newProject(page, { title: '某县', person: '甲', passcode: PASSCODE })
  await page.getByRole('heading', { name: '某县' }).waitFor()
  await page.evaluate(() => {
    const app = document.querySelector('#app') as unknown as {
      __vue_app__: { config: { globalProperties: { $router: { push(to: object): Promise<unknown> } } } }
    }
    return app.__vue_app__.config.globalProperties.$router.push({ name: 'update' }).then(() => undefined)
  })
  await expect(page.getByRole('status')).toContainText('任务“某县”已经关闭')
  await page.getByRole('link', { name: '回到开始页' }).click()
  await expect(page.getByRole('button', { name: '某县' })).toBeVisible()
})
