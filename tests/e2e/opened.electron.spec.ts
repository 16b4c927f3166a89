import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeUpdate } from '../../electron/release/writeUpdate'
import { dropRoster } from './dropRoster'
import { expect, test, type RunningApp } from './fixtures'
import { answerUnregistered, endVisit, visit } from './hand'
import type { ElectronRunning } from './launchElectron'
import { newProject } from './newProject'
import { h1Roster } from './rosterFile'
import { saveAs } from './saveAs'
import { beginTeam, joinBy, putOnRoll, send } from './teamwork'

const PASSCODE = 'correct horse'
const TITLE = '云岭县 2020'

/** What the system does at a double click while the app runs: a second start hands over its words. */
function doubleClick(app: RunningApp, ...paths: readonly string[]): Promise<void> {
  return (app as ElectronRunning).application.evaluate(({ app: main }, words) => {
    main.emit('second-instance', {}, ['yihu', '--allow-file-access-from-files', ...words], '/')
  }, paths)
}

async function project(app: RunningApp): Promise<void> {
  await newProject(app.page, { title: TITLE, person: '组长', passcode: PASSCODE })
}

test('a backup that is double-clicked waits for its passcode, and is not restored before', async ({
  launchApp,
  profile,
}) => {
  const first = await launchApp('first')
  await project(first)
  const path = join(profile, '云岭县.yihu-backup')
  await first.page.getByRole('link', { name: '设置', exact: true }).click()
  await saveAs(first, first.page.getByTestId('backup'), path)

  // In an open project it waits until the project is left.
  await doubleClick(first, path)
  await expect(first.page.getByTestId('opened')).toContainText('云岭县.yihu-backup')
  await first.page.getByTestId('opened-leave').click()
  await expect(first.page.getByRole('heading', { name: `恢复“${TITLE}”` })).toBeVisible()
  await first.page.getByRole('button', { name: '取消' }).click()
  await expect(first.page.getByTestId('restore')).toBeVisible()

  // On a laptop that is started by it there is nothing before the passcode.
  const second = await launchApp('second', [path])
  await expect(second.page.getByRole('heading', { name: `恢复“${TITLE}”` })).toBeVisible()
  await second.page.getByLabel('输入口令').fill(PASSCODE)
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByTestId('restored')).toContainText(TITLE)
})

test('an update that is double-clicked in a project waits, and is offered on its own page, not installed', async ({
  launchApp,
  profile,
}) => {
  const [installer, path] = [join(profile, 'yihu_9.0.0_amd64.deb'), join(profile, '9.0.0.yihu-update')]
  await writeFile(installer, 'an installer')
  const seed = Buffer.from(process.env['YIHU_TEST_UPDATE_SEED'] ?? '', 'hex')
  const system = { platform: process.platform as 'linux', arch: process.arch as 'x64' }
  const notes = { 'zh-CN': '新', en: 'new' }
  const builtAt = '2021-01-31T08:00:00.000Z'
  await writeUpdate(
    installer,
    path,
    { ...system, kind: 'deb', version: '9.0.0', oldestData: 2, builtAt, notes },
    seed,
  )

  const { page, ...app } = await launchApp('first')
  await project({ page, ...app })
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible()
  await doubleClick({ page, ...app }, path)
  await expect(page.getByTestId('opened')).toContainText('9.0.0.yihu-update')
  await page.getByTestId('opened-update').click()
  await expect(page.getByTestId('install-update')).toContainText('9.0.0')
  await expect(page.getByText(`任务“${TITLE}”已经关闭`)).toBeVisible()

  // A second one while the page is open, altered: what was offered before is gone.
  await writeFile(path, Buffer.concat([await readFile(path), Buffer.from('x')]))
  await doubleClick({ page, ...app }, path)
  await expect(page.getByRole('alert')).not.toBeEmpty()
  await expect(page.getByTestId('install-update')).toBeHidden()
})

test('what nobody can use is named, and put aside', async ({ launchApp, profile }) => {
  const app = await launchApp('app')
  const path = (name: string): string => join(profile, name)
  await writeFile(path('空.yihu'), '')
  await writeFile(path('名单.yihu'), 'PK\u0003\u0004')
  await mkdir(path('夹.yihu'))
  await doubleClick(app, path('空.yihu'), path('名单.yihu'), path('夹.yihu'), path('没了.yihu'))
  const notice = app.page.getByTestId('opened')
  await expect(notice).toContainText('空.yihu 是空文件')
  await expect(notice).toContainText('名单.yihu 不管叫什么名字')
  await expect(notice).toContainText('夹.yihu 是文件夹')
  await expect(notice).toContainText('没了.yihu 已经不在了')
  await app.page.getByTestId('opened-aside').click()
  await expect(notice).toBeHidden()
})

test('packages go to the page of the team of the project that is open, or is opened then', async ({
  launchApp,
  profile,
}) => {
  const chief = await launchApp('lead')
  const member = await launchApp('a')
  await project(chief)
  await dropRoster(chief.page, 'h1.xlsx', h1Roster())
  await chief.page.getByTestId('adopt').click()
  await expect(chief.page.getByTestId('adopted')).toBeVisible()
  const code = await beginTeam(chief.page, '组长')
  await putOnRoll(chief.page, await joinBy(member.page, { code, name: '甲', passcode: PASSCODE }), '甲')
  await chief.page.getByLabel('分给').first().selectOption('甲')
  const assignment = await send(chief, join(profile, 'to-a.yihu'), '甲')

  // Who has joined and awaits an assignment takes it when he says so.
  await doubleClick(member, assignment)
  await member.page.getByTestId('opened-take').click()
  await expect(member.page.getByTestId('households')).toBeVisible()
  const whole = await visit(member.page, '孙六')
  await answerUnregistered(whole)
  await endVisit(whole)

  // Nobody is torn out of an interview.
  await doubleClick(member, assignment)
  await expect(member.page.getByTestId('opened-look')).toBeVisible()
  await expect(member.page.getByTestId('merge')).toBeHidden()
  await member.page.getByTestId('opened-aside').click()
  await expect(member.page.getByTestId('opened')).toBeHidden()
  await member.page.keyboard.press('Escape')
  const result = await send(member, join(profile, 'from-a.yihu'))

  // In the open project it is looked at, and merged by the button alone.
  await chief.page.getByRole('link', { name: '标准', exact: true }).click()
  await doubleClick(chief, result)
  await expect(chief.page.getByTestId('merge')).toBeVisible()
  await expect(chief.page.getByTestId('merged')).toBeHidden()
  await chief.page.getByTestId('merge').click()
  await expect(chief.page.getByTestId('merged')).toBeVisible()

  // Started by it: it waits until a project is unlocked.
  await chief.close()
  const again = await launchApp('lead', [result])
  await expect(again.page.getByTestId('opened')).toContainText('from-a.yihu')
  await again.page.getByRole('button', { name: TITLE }).click()
  await again.page.getByLabel('输入口令').fill(PASSCODE)
  await again.page.keyboard.press('Enter')
  await expect(again.page.getByTestId('merge')).toBeVisible()
})
