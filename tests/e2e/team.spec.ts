import type { Page, TestInfo } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { newDeviceKeys, newReplicaOf } from '../../src/adapters/crypto/deviceKeys'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { TEAM_PORT } from '../../src/adapters/package/teamPort'
import { settingsValues } from '../../src/application/project/ProjectSettings'
import { deviceCodeOf, deviceCodeText, parseDeviceCode } from '../../src/application/team/roll/deviceCode'
import { parseProjectCode, projectCodeText } from '../../src/application/team/roll/joinProject'
import { addDevice, followLead, leadProject } from '../../src/application/team/roll/keepRoll'
import { projectDraft } from '../builders/aProjectDraft'
import { answerQuestion, enquiriesOf, isOfEnquiry } from '../../src/application/team/desk/enquire'
import { makePackage } from '../../src/application/team/packages/makePackage'
import { commitMerge, previewMerge } from '../../src/application/team/merge/mergePackages'
import { changesIn, type DeviceKeys } from '../../src/application/team/TeamPort'
import type { Result } from '../../src/domain/shared/Result'
import { dropRoster } from './dropRoster'
import { expect, test, type RunningApp } from './fixtures'
import { saveAs } from './saveAs'
import { accessFaults } from './accessFaults'

/** What the app knows is not to be had here: it lies in JSON. */
const ANY_FORM = { isVersion: () => true, isQuestion: () => true }
const ASSESSOR = '甲'
const AT = '2020-07-15T01:00:00Z'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** A practice project that its device leads, with the recovery key put away. */
async function leadPractice(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '团队' }).click()
  await expect(page.getByTestId('own-code')).toHaveValue(/^YHD1/)
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('lead-names').fill('组长、副组长')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('recovery-key')).toHaveValue(/^AGE-SECRET-KEY-1/)
  expect(await accessFaults(page)).toEqual([])
  await expect(page.getByTestId('recovery-done')).toBeDisabled()
  await page.getByLabel('我已经把它保存在别处').check()
  await page.getByTestId('recovery-done').click()
  await expect(page.getByTestId('recovery')).toHaveCount(0)
}

async function putOnRoll(page: Page, { device, recipient }: DeviceKeys): Promise<void> {
  const code = deviceCodeOf({ device, recipient }, [ASSESSOR], TEAM_PORT)
  await page.getByTestId('device-code').fill(deviceCodeText(code, TEAM_PORT))
  await page.getByTestId('read-code').click()
  await expect(page.getByTestId('their-fingerprint')).toHaveText(code.fingerprint)
  await page.getByTestId('add-device').click()
  await expect(page.getByTestId('roll')).toContainText(code.fingerprint)
}

/** Everything is assigned anew, to everybody of the roll. */
async function spreadToAll(page: Page): Promise<void> {
  await page.getByTestId('even').click()
  for (const box of await page.getByTestId('spread').getByRole('checkbox').all()) await box.check()
  await page.getByTestId('spread-now').click()
  await expect(page.getByTestId('undo')).toBeVisible()
}

/** The package that the page makes for the only other device. */
async function packageFrom(app: RunningApp, info: TestInfo): Promise<Uint8Array> {
  const path = info.outputPath('sent.yihu')
  await saveAs(app, app.page.getByTestId('send'), path)
  await expect(app.page.getByTestId('sent')).toBeVisible()
  return new Uint8Array(await readFile(path))
}

/** Another laptop, in the test: it joins by the shown code and takes the package. */
async function laptopOf(keys: DeviceKeys, projectCode: string, bytes: Uint8Array) {
  const { project, title, lead } = valueOf(parseProjectCode(projectCode, TEAM_PORT))
  const store = new MemoryStore(project, newReplicaOf(keys.device))
  valueOf(await store.keepRecord('device', JSON.stringify(keys)))
  valueOf(await followLead(store, lead.device))
  const preview = valueOf(
    await previewMerge(store, [{ file: 'p.yihu', bytes }], {
      port: TEAM_PORT,
      identity: keys.identity,
      forms: ANY_FORM,
      rules: null,
      acceptRemoved: new Set(),
      acceptOthers: new Set(),
      acceptClosed: new Set(),
    }),
  )
  expect(preview.packages.map(({ verdict }) => verdict)).toEqual(['sound'])
  valueOf(await commitMerge(store, preview))
  const villages = preview.sound.flatMap(({ rosters }) => rosters.flatMap(({ present }) => present))
  const listed = new Set(villages.flatMap(({ households }) => households.map(({ id }) => id)))
  return { store, title, lead, changes: preview.sound.flatMap(changesIn), listed }
}

/** The assessor gives other answers in two households, and sends. */
async function workOn(keys: DeviceKeys, projectCode: string, assignment: Uint8Array): Promise<Uint8Array> {
  const { store, title, lead, changes } = await laptopOf(keys, projectCode, assignment)
  const known = changes.filter(
    ({ entity, path, value }) => entity === 'interview' && path === 'food_enough' && value === 'all_year',
  )
  // Without having seen what the lead has.
  const said = { value: 'often_short', replaces: [], evidence: 'observed', person: ASSESSOR, at: AT } as const
  const otherwise = known
    .slice(0, 2)
    .map(({ entity, entityId, path }) => ({ entity, entityId, path, ...said }))
  valueOf(await store.write(otherwise))
  return valueOf(
    await makePackage(
      store,
      { kind: 'result', title, recipients: [lead.recipient], households: null, names: [ASSESSOR], made: AT },
      TEAM_PORT,
    ),
  )
}

test('a lead hands out work and merges what comes back; a broken package changes nothing @electron', async ({
  app,
}, info) => {
  const { page } = app
  await leadPractice(page)
  await expect(page.getByTestId('fingerprint')).toHaveText(/^\d{4}( \d{4}){4}$/)
  const assessor = await newDeviceKeys()
  await putOnRoll(page, assessor)
  await expect(page.getByTestId('roll').getByRole('row')).toHaveCount(3)

  // Whoever works at the lead's laptop has none unless chosen; what was done is undone by one key.
  await page.keyboard.press('e')
  await expect(page.getByTestId('spread-load')).toHaveText(['120 户 · 3 村 · 1 个乡'])
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('load')).toHaveText([/：0 户$/, /：0 户$/, `${ASSESSOR}：120 户`])
  await page.keyboard.press('z')
  await expect(page.getByTestId('load').last()).toHaveText('还没分：120 户')
  await expect(page.getByTestId('undo')).toHaveCount(0)
  await spreadToAll(page)
  await expect(page.getByTestId('load')).toHaveText([/：40 户$/, /：40 户$/, /：40 户$/])
  await page.getByLabel('分给').first().selectOption(ASSESSOR)
  expect(await accessFaults(page)).toEqual([])

  const code = await page.getByTestId('project-code').inputValue()
  await expect(page.getByTestId('roll').getByRole('row').nth(2)).toContainText('户没做完')
  const result = await workOn(assessor, code, await packageFrom(app, info))

  const broken = result.with(result.length - 20, (result.at(-20) ?? 0) ^ 1)
  await dropRoster(page, 'broken.yihu', broken)
  await expect(page.getByTestId('merge-preview')).toContainText('这个包不完整或被改动过，没有接收任何内容。')
  await expect(page.getByTestId('merge')).toHaveCount(0)
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('merge-cancel').click()

  await dropRoster(page, 'result.yihu', result)
  // The content of the broken one is not here: the correction is still new.
  await expect(page.getByTestId('merge-counts')).toContainText('有更新 2 份')
  await page.getByTestId('merge').click()
  await expect(page.getByTestId('merged')).toBeVisible()
  const conflict = page.getByTestId('conflict')
  await expect(conflict).toHaveCount(2)
  await expect(conflict.first()).toContainText(ASSESSOR)
  await expect(conflict.first().getByRole('button', { name: '以此为准' }).first()).toBeDisabled()

  // Neither of them, as the lead found out.
  await conflict.first().getByTestId('settle-reason').fill('看过米缸')
  await conflict.first().getByTestId('other-value').click()
  await conflict.first().getByLabel('有些月份不够').check()
  await expect(conflict.first().getByRole('button', { name: '以填的为准' })).toBeDisabled()
  await conflict.first().getByTestId('entry-evidence').selectOption({ label: '看到' })
  expect(await accessFaults(page)).toEqual([])
  await conflict.first().getByRole('button', { name: '以填的为准' }).click()
  await expect(conflict).toHaveCount(1)

  // The others by a rule, with its name in the log.
  await page.getByTestId('rule-name').selectOption({ label: '看了材料的为准' })
  await expect(page.getByTestId('rule-preview')).toContainText('可以定 0 处，另外 1 处')
  await page.getByTestId('rule-name').selectOption({ label: `${ASSESSOR}答的为准` })
  await expect(page.getByTestId('rule-preview')).toContainText('可以定 1 处，另外 0 处')
  // Its household is looked at, and is the chosen one from then on.
  await conflict.getByRole('link').click()
  await expect(page.getByTestId('result-page')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByTestId('rule-name').selectOption({ label: `${ASSESSOR}答的为准` })
  await page.getByTestId('rule-reason').fill('他后去的')
  await page.getByTestId('rule-settle').click()
  await expect(conflict).toHaveCount(0)
  await dropRoster(page, 'again.yihu', result)
  await expect(page.getByTestId('merge-counts')).toContainText('有更新 0 份')

  // That they differed stays to be seen.
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await page.getByLabel('疑点', { exact: true }).selectOption({ label: '曾有不同答案' })
  await expect(page.getByTestId('count')).toHaveText('2 / 120 户')
  await expect(page.getByTestId('ever-conflicted')).toHaveText(['曾不同', '曾不同'])
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('households').focus()
  await page.keyboard.press('r')
  await expect(page.getByTestId('ever-conflicted')).toContainText('曾有不同答案')
  const history = page.getByTestId('history').getByRole('row').filter({ hasText: '曾答得不一样' })
  await expect(history).toContainText(`[${ASSESSOR}答的为准] 他后去的`)
})

test('a recovery key that was not kept is shown again, and the project is not led before; afterwards it is not shown again', async ({
  launchApp,
}) => {
  const first = await launchApp()
  await first.page.getByTestId('practice').click()
  await first.page.getByRole('link', { name: '团队' }).click()
  await first.page.getByTestId('lead-names').fill('组长')
  await first.page.keyboard.press('Enter')
  const shown = await first.page.getByTestId('recovery-key').inputValue()
  await expect(first.page.getByTestId('project-code')).toHaveCount(0)
  await first.close()

  const { page } = await launchApp()
  await page.getByRole('button', { name: /^练习/ }).click()
  await page.getByRole('link', { name: '团队' }).click()
  await expect(page.getByTestId('recovery-key')).toHaveValue(shown)
  await page.getByLabel('我已经把它保存在别处').check()
  await page.getByTestId('recovery-done').click()
  await expect(page.getByTestId('project-code')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: /^练习/ }).click()
  await page.getByRole('link', { name: '团队' }).click()
  await expect(page.getByTestId('project-code')).toBeVisible()
  await expect(page.getByTestId('recovery')).toHaveCount(0)
})

test('a question goes to somebody of the roll, and its answer comes back', async ({ app }, info) => {
  const { page } = app
  await leadPractice(page)
  const county = await newDeviceKeys()
  await putOnRoll(page, county)
  const code = await page.getByTestId('project-code').inputValue()
  await page.getByRole('link', { name: '疑点' }).click()
  await expect(page.getByTestId('desk')).toBeVisible()
  await page.keyboard.press('q')
  await page.locator('[name="enquiry-household"]').first().check()
  await page.getByTestId('enquiry-to').selectOption({ label: ASSESSOR })
  await page.getByTestId('enquiry-text').fill('低保从哪个月起？')
  expect(await accessFaults(page)).toEqual([])
  const path = info.outputPath('question.yihu')
  await saveAs(app, page.getByTestId('enquiry-put'), path)
  await expect(page.getByTestId('enquiry-sent')).toBeVisible()
  await expect(page.getByTestId('enquiry')).toContainText('还没有答复')

  const { store, lead } = await laptopOf(county, code, new Uint8Array(await readFile(path)))
  const [asked] = await enquiriesOf(store)
  if (asked === undefined) throw new Error('the question arrived')
  const author = { person: ASSESSOR, at: AT }
  valueOf(await answerQuestion(store, asked, '三月', author, TEAM_PORT))
  const order = {
    kind: 'answer',
    title: '',
    recipients: [lead.recipient],
    names: [ASSESSOR],
    made: AT,
  } as const
  const households = new Set([asked.household])
  const answer = valueOf(await makePackage(store, { ...order, households, only: isOfEnquiry }, TEAM_PORT))
  await dropRoster(page, 'answer.yihu', answer)
  await page.getByTestId('merge').click()
  await expect(page.getByTestId('enquiry')).toContainText('三月')
  await page.getByRole('link', { name: '疑点' }).click()
  await expect(page.getByTestId('enquiries')).toContainText('三月')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('r')
  await expect(page.getByTestId('history')).toContainText('问询的答复')
})

test('what is no device code is refused with its reason, and a removed device is set aside', async ({
  app,
}, info) => {
  const { page } = app
  await leadPractice(page)
  await page.getByTestId('device-code').fill('https://example.org')
  await page.getByTestId('read-code').click()
  await expect(page.getByTestId('problems')).toContainText('这不是一户的设备代码。')

  const assessor = await newDeviceKeys()
  await putOnRoll(page, assessor)
  await spreadToAll(page)
  await expect(page.getByTestId('load')).toHaveCount(3)
  const code = await page.getByTestId('project-code').inputValue()
  const result = await workOn(assessor, code, await packageFrom(app, info))

  await page.getByRole('button', { name: '除名…' }).click()
  await page.getByTestId('remove-reason').fill('电脑丢了')
  await page.keyboard.press('Enter')
  await expect(page.getByText('名册上还没有别的电脑。')).toBeVisible()
  await dropRoster(page, 'result.yihu', result)
  await expect(page.getByTestId('merge-preview')).toContainText('放在一边')
  await expect(page.getByTestId('merge')).toHaveCount(0)
  await page.getByLabel('接收的理由').fill('丢之前交的')
  await page.keyboard.press('Enter')
  await page.getByTestId('merge').click()
  await expect(page.getByTestId('merged')).toBeVisible()
})

/** The assessor's answer in a household that is assigned to somebody else. */
async function workInOthers(
  keys: DeviceKeys,
  projectCode: string,
  assignment: Uint8Array,
): Promise<Uint8Array> {
  const { store, title, lead, listed } = await laptopOf(keys, projectCode, assignment)
  const all = Array.from({ length: 120 }, (_, at) => String(5399000001 + at))
  // Numbers that the practice list leaves out are nobody's.
  const others = all.filter((id) => !listed.has(id)).slice(30, 40)
  const said = {
    path: 'food_enough',
    value: 'often_short',
    evidence: 'observed',
    person: ASSESSOR,
    at: AT,
  } as const
  valueOf(
    await store.write(
      others.map((id) => ({ entity: 'interview', entityId: `${id}/first/practice`, ...said })),
    ),
  )
  return valueOf(
    await makePackage(
      store,
      { kind: 'result', title, recipients: [lead.recipient], households: null, names: [ASSESSOR], made: AT },
      TEAM_PORT,
    ),
  )
}

test('what is written in others’ households is set aside, taken with a reason, left out again and taken in', async ({
  app,
}, info) => {
  const { page } = app
  await leadPractice(page)
  const assessor = await newDeviceKeys()
  await putOnRoll(page, assessor)
  await spreadToAll(page)
  await expect(page.getByTestId('load')).toHaveCount(3)
  const code = await page.getByTestId('project-code').inputValue()
  const result = await workInOthers(assessor, code, await packageFrom(app, info))

  await dropRoster(page, 'result.yihu', result)
  await expect(page.getByTestId('merge-preview')).toContainText(/写了分给别人的 \d+ 户/)
  await expect(page.getByTestId('others').locator('tbody tr').first()).toBeVisible()
  expect(await accessFaults(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('set-aside.png'), fullPage: true })
  await page.getByLabel('接收的理由').fill('请他代为入户')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('others')).toHaveCount(0)
  await expect(page.getByTestId('turned')).toBeVisible()
  await page.getByTestId('merge').click()
  await expect(page.getByTestId('merged')).toBeVisible()

  await page.getByRole('button', { name: '不计其工作…' }).click()
  await page.getByTestId('leaveOut-reason').fill('没有去过')
  expect(await accessFaults(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('leave-out.png'), fullPage: true })
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('roll')).toContainText('工作不计')
  await page.getByRole('button', { name: '重新计入…' }).click()
  await page.getByTestId('takeIn-reason').fill('查明去过')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('roll')).not.toContainText('工作不计')
})

/** The lead's laptop, in the test: a project with its settings and nobody but the lead. */
async function aLead(): Promise<{ readonly store: MemoryStore; readonly keys: DeviceKeys }> {
  const keys = await newDeviceKeys()
  const store = new MemoryStore('cd'.repeat(16), newReplicaOf(keys.device))
  const author = { person: '组长', at: AT }
  const settings = settingsValues({ kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: '00' })
  valueOf(await store.keepRecord('device', JSON.stringify(keys)))
  valueOf(
    await store.write([
      { entity: 'person', entityId: '组长', path: 'name', value: '组长', ...author },
      ...settings.map(([path, value]) => projectDraft(path, value, author)),
    ]),
  )
  valueOf(await leadProject(store, ['组长'], author, TEAM_PORT))
  return { store, keys }
}

test('an assessor joins by the lead’s code, waits through a restart, takes the assignment and sends results @electron', async ({
  launchApp,
}, info) => {
  const { store, keys } = await aLead()
  const lead = deviceCodeOf(keys, ['组长'], TEAM_PORT)
  const first = await launchApp()
  let { page } = first
  await page.getByTestId('join').click()
  await page.getByTestId('join-code').fill('{}')
  await page.getByTestId('join-next').click()
  await expect(page.getByTestId('problems')).toBeVisible()
  await page
    .getByTestId('join-code')
    .fill(projectCodeText({ project: store.projectId, title: '云岭县 2020', lead }, TEAM_PORT))
  await page.getByTestId('join-next').click()
  await expect(page.getByTestId('lead-fingerprint')).toHaveText(lead.fingerprint)
  await page.getByLabel('口令', { exact: true }).fill('correct horse')
  await page.getByLabel('再输一次口令').fill('correct horse')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByTestId('join-names').fill(ASSESSOR)
  const shown = await page.getByTestId('own-code').inputValue()
  expect(await accessFaults(page)).toEqual([])

  await first.close()
  const again = await launchApp()
  page = again.page
  await page.getByRole('button', { name: /云岭县 2020/ }).click()
  await page.getByLabel('输入口令').fill('correct horse')
  await page.keyboard.press('Enter')
  await page.getByTestId('join-names').fill(ASSESSOR)
  await expect(page.getByTestId('own-code')).toHaveValue(shown)
  const code = valueOf(parseDeviceCode(shown, TEAM_PORT))
  valueOf(await addDevice(store, code, { person: '组长', at: AT }))
  const order = { kind: 'assignment', title: '云岭县 2020', recipients: [code.recipient] } as const
  const assignment = valueOf(
    await makePackage(store, { ...order, households: new Set(), names: ['组长'], made: AT }, TEAM_PORT),
  )
  await dropRoster(page, 'broken.yihu', assignment.slice(0, -9))
  await expect(page.getByTestId('problems')).toContainText('这个包不完整或被改动过')
  await dropRoster(page, 'assignment.yihu', assignment)

  // What the lead decides can be seen here, and not changed.
  await page.getByRole('link', { name: '任务设定' }).click()
  await expect(page.getByTestId('lead-only')).toBeVisible()
  await expect(page.getByRole('button', { name: '改设定' })).toBeDisabled()
  await expect(page.getByLabel('为什么改（必填）')).toBeDisabled()
  expect(await accessFaults(page)).toEqual([])
  await page.getByRole('link', { name: '名单' }).click()
  await expect(page.getByTestId('lead-only')).toBeVisible()
  await page.getByRole('link', { name: '团队' }).click()
  await expect(page.getByTestId('roll')).toContainText(lead.fingerprint)
  await expect(page.getByTestId('device-code')).toHaveCount(0)
  const result = await packageFrom(again, info)
  const context = { port: TEAM_PORT, identity: keys.identity, forms: ANY_FORM }
  const sources = [{ file: 'result.yihu', bytes: result }]
  const preview = valueOf(
    await previewMerge(store, sources, {
      ...context,
      rules: null,
      acceptRemoved: new Set(),
      acceptOthers: new Set(),
      acceptClosed: new Set(),
    }),
  )
  expect(preview.packages).toMatchObject([{ sender: [ASSESSOR], verdict: 'sound' }])
})

test('a code is saved as a file, and taken from it; all assignments are saved at once', async ({
  app,
}, info) => {
  const { page } = app
  await page.getByTestId('practice').click()
  await page.getByRole('link', { name: '团队' }).click()
  await page.getByTestId('lead-names').fill('练习员')
  await page.keyboard.press('Enter')
  // The key's sheet is all that is on the paper.
  await page.getByTestId('recovery-key-square').click()
  await expect(page.getByTestId('qr').last()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByTestId('recovery-sheet')).toBeVisible()
  await expect(page.getByTestId('recovery-sheet')).toContainText('练习任务')
  await expect(page.getByTestId('recovery')).toBeHidden()
  await expect(page.getByTestId('own-code')).toBeHidden()
  await page.emulateMedia({ media: null })
  await expect(page.getByTestId('recovery-sheet')).toBeHidden()
  expect(await accessFaults(page)).toEqual([])
  await page.getByLabel('我已经把它保存在别处').check()
  await page.getByTestId('recovery-done').click()

  const file = info.outputPath('code.txt')
  await saveAs(app, page.getByTestId('project-code-save'), file)
  await expect(page.getByTestId('project-code-saved')).toBeVisible()
  const saved = valueOf(parseProjectCode(await readFile(file, 'utf8'), TEAM_PORT))
  expect(saved.title).toBe('练习任务')

  const keys = await newDeviceKeys()
  const code = deviceCodeText(deviceCodeOf(keys, [ASSESSOR], TEAM_PORT), TEAM_PORT)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByTestId('choose-code').click(),
  ])
  await chooser.setFiles({
    name: 'c.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`${code}\n\n设备代码\n`),
  })
  await page.getByTestId('read-code').click()
  await page.getByTestId('add-device').click()
  await expect(page.getByTestId('roll')).toContainText(ASSESSOR)

  const archive = info.outputPath('all.zip')
  await saveAs(app, page.getByTestId('send-all'), archive)
  await expect(page.getByTestId('sent-all')).toContainText('1 个任务包')
  expect((await readFile(archive)).subarray(0, 2).toString()).toBe('PK')
})
