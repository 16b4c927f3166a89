import type { Download, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { newDeviceKeys, newReplicaOf } from '../../src/adapters/crypto/deviceKeys'
import { MemoryStore } from '../../src/adapters/memory/MemoryStore'
import { TEAM_PORT } from '../../src/adapters/package/teamPort'
import { settingsValues } from '../../src/application/project/ProjectSettings'
import { deviceCodeOf, deviceCodeText, parseDeviceCode } from '../../src/application/team/deviceCode'
import { parseProjectCode, projectCodeText } from '../../src/application/team/joinProject'
import { addDevice, followLead, leadProject, projectDraft } from '../../src/application/team/keepRoll'
import { makePackage } from '../../src/application/team/makePackage'
import { commitMerge, previewMerge } from '../../src/application/team/mergePackages'
import { changesIn, type DeviceKeys } from '../../src/application/team/TeamPort'
import type { Result } from '../../src/domain/shared/Result'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { seriousViolations } from './seriousViolations'

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
  await expect(page.getByTestId('own-code')).toHaveValue(/yihuDevice/)
  expect(await seriousViolations(page)).toEqual([])
  await page.getByTestId('lead-names').fill('组长、副组长')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('recovery-key')).toHaveValue(/^AGE-SECRET-KEY-1/)
  expect(await seriousViolations(page)).toEqual([])
  await expect(page.getByTestId('recovery-done')).toBeDisabled()
  await page.getByLabel('我已经把它保存在别处').check()
  await page.getByTestId('recovery-done').click()
  await expect(page.getByTestId('recovery')).toHaveCount(0)
}

async function putOnRoll(page: Page, { device, recipient }: DeviceKeys): Promise<void> {
  const code = deviceCodeOf({ device, recipient }, [ASSESSOR], TEAM_PORT)
  await page.getByTestId('device-code').fill(deviceCodeText(code))
  await page.getByTestId('read-code').click()
  await expect(page.getByTestId('their-fingerprint')).toHaveText(code.fingerprint)
  await page.getByTestId('add-device').click()
  await expect(page.getByTestId('roll')).toContainText(code.fingerprint)
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()))
}

/** The package that the page makes for the only other device. */
async function packageFrom(page: Page): Promise<Uint8Array> {
  const saving = page.waitForEvent('download')
  await page.getByTestId('send').click()
  const bytes = await bytesOf(await saving)
  await expect(page.getByTestId('sent')).toBeVisible()
  return bytes
}

/** The assessor's laptop, in the test: it joins by the shown code, takes the assignment, says otherwise in one answer, and sends. */
async function workOn(keys: DeviceKeys, projectCode: string, assignment: Uint8Array): Promise<Uint8Array> {
  const { project, title, lead } = valueOf(parseProjectCode(projectCode, TEAM_PORT))
  const store = new MemoryStore(project, newReplicaOf(keys.device))
  valueOf(await store.keepRecord('device', JSON.stringify(keys)))
  valueOf(await followLead(store, lead.device))
  const preview = valueOf(
    await previewMerge(store, [{ file: 'assignment.yihu', bytes: assignment }], {
      port: TEAM_PORT,
      identity: keys.identity,
      isKnownInstrument: () => true,
      acceptRemoved: new Set(),
    }),
  )
  expect(preview.packages.map(({ verdict }) => verdict)).toEqual(['sound'])
  valueOf(await commitMerge(store, preview))
  const known = preview.sound
    .flatMap(changesIn)
    .find(
      ({ entity, path, value }) => entity === 'interview' && path === 'food_enough' && value === 'all_year',
    )
  if (known === undefined) throw new Error('the assignment brings no interview')
  const { entity, entityId, path } = known
  // Without having seen what the lead has.
  const answer = { entity, entityId, path, value: 'often_short', replaces: [] } as const
  valueOf(await store.write([{ ...answer, evidence: 'observed', person: ASSESSOR, at: AT }]))
  return valueOf(
    await makePackage(
      store,
      { kind: 'result', title, recipients: [lead.recipient], households: null, names: [ASSESSOR], made: AT },
      TEAM_PORT,
    ),
  )
}

test('a lead hands out work and merges what comes back; a broken package changes nothing', async ({
  app: { page },
  platform,
}) => {
  test.skip(platform === 'electron', 'the system’s own dialog asks where to save')
  await leadPractice(page)
  await expect(page.getByTestId('fingerprint')).toHaveText(/^\d{4}( \d{4}){4}$/)
  const assessor = await newDeviceKeys()
  await putOnRoll(page, assessor)
  await expect(page.getByTestId('roll').getByRole('row')).toHaveCount(3)

  await page.getByTestId('even').click()
  await expect(page.getByTestId('load')).toHaveText([/户$/, /户$/, /户$/])
  await page.getByLabel('分给').first().selectOption(ASSESSOR)
  expect(await seriousViolations(page)).toEqual([])

  const code = await page.getByTestId('project-code').inputValue()
  const result = await workOn(assessor, code, await packageFrom(page))

  const broken = result.with(result.length - 20, (result.at(-20) ?? 0) ^ 1)
  await dropRoster(page, 'broken.yihu', broken)
  await expect(page.getByTestId('merge-preview')).toContainText('这个包不完整或被改动过，没有接收任何内容。')
  await expect(page.getByTestId('merge')).toHaveCount(0)
  expect(await seriousViolations(page)).toEqual([])
  await page.getByTestId('merge-cancel').click()

  await dropRoster(page, 'result.yihu', result)
  // What the broken one said is not here: the correction is still new.
  await expect(page.getByTestId('merge-counts')).toContainText('有更新 1 份')
  await page.getByTestId('merge').click()
  await expect(page.getByTestId('merged')).toBeVisible()
  const conflict = page.getByTestId('conflict')
  await expect(conflict).toHaveCount(1)
  await expect(conflict).toContainText(ASSESSOR)
  await expect(conflict.getByRole('button').first()).toBeDisabled()
  expect(await seriousViolations(page)).toEqual([])
  await page.getByTestId('settle-reason').fill('看过米缸')
  await conflict.getByRole('button').last().click()
  await expect(conflict).toHaveCount(0)
  await dropRoster(page, 'again.yihu', result)
  await expect(page.getByTestId('merge-counts')).toContainText('有更新 0 份')
})

test('what is no device code is refused with its reason, and a removed device is set aside', async ({
  app: { page },
  platform,
}) => {
  test.skip(platform === 'electron', 'the system’s own dialog asks where to save')
  await leadPractice(page)
  await page.getByTestId('device-code').fill('https://example.org')
  await page.getByTestId('read-code').click()
  await expect(page.getByTestId('problems')).toContainText('这不是一户的设备代码。')

  const assessor = await newDeviceKeys()
  await putOnRoll(page, assessor)
  await page.getByTestId('even').click()
  await expect(page.getByTestId('load')).toHaveCount(3)
  const code = await page.getByTestId('project-code').inputValue()
  const result = await workOn(assessor, code, await packageFrom(page))

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

test('an assessor joins by the lead’s code, waits through a restart, takes the assignment and sends results', async ({
  launchApp,
  platform,
}) => {
  test.skip(platform === 'electron', 'the system’s own dialog asks where to save')
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
    .fill(projectCodeText({ project: store.projectId, title: '云岭县 2020', lead }))
  await page.getByTestId('join-next').click()
  await expect(page.getByTestId('lead-fingerprint')).toHaveText(lead.fingerprint)
  await page.getByLabel('口令', { exact: true }).fill('correct horse')
  await page.getByLabel('再输一次口令').fill('correct horse')
  expect(await seriousViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByTestId('join-names').fill(ASSESSOR)
  const shown = await page.getByTestId('own-code').inputValue()
  expect(await seriousViolations(page)).toEqual([])

  await first.close()
  page = (await launchApp()).page
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

  await page.getByRole('link', { name: '团队' }).click()
  await expect(page.getByTestId('roll')).toContainText(lead.fingerprint)
  await expect(page.getByTestId('device-code')).toHaveCount(0)
  const result = await packageFrom(page)
  const context = { port: TEAM_PORT, identity: keys.identity, isKnownInstrument: () => true }
  const sources = [{ file: 'result.yihu', bytes: result }]
  const preview = valueOf(await previewMerge(store, sources, { ...context, acceptRemoved: new Set() }))
  expect(preview.packages).toMatchObject([{ sender: [ASSESSOR], verdict: 'sound' }])
})
