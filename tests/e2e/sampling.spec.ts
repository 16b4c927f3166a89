import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { runYihu } from '../cli/runYihu'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import { choosePerson, listPerson } from './listPerson'
import { openRegisterFile, registerFile, rejectedRowCsv } from './rosterFile'
import { saveAs } from './saveAs'
import { accessFaults } from './accessFaults'

/** A practice project whose list is a register of 28 households; ends on the sampling page. */
async function register(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'register.xlsx', registerFile())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '抽样' }).click()
}

interface Stratum {
  readonly type: string
  readonly drawn: readonly string[]
  readonly reserves: readonly string[]
}

test('draws a sample, saves its log, and replaces from the reserves in their order @electron', async ({
  app,
  profile,
}) => {
  const { page } = app
  await register(page)
  await page.getByTestId('size').getByRole('spinbutton').fill('29')
  await expect(page.getByTestId('preview')).toBeDisabled()
  await page.getByTestId('size').getByRole('spinbutton').fill('7')
  await page.getByTestId('preview').click()
  const strata = page.getByTestId('strata').locator('tbody tr')
  // A quarter of 20 exited and of 8 unregistered.
  await expect(strata).toHaveText([/脱贫户一般20514\.00/, /非建档立卡户一般8214\.00/])
  await expect(page.getByTestId('draw')).toBeDisabled()
  await page.getByTestId('seed').fill('2020-07-15 当众掷骰 3 5 1')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('sample')).toContainText('已抽样本户 7 户，备选户 2 户，总体 28 户')
  expect(await accessFaults(page)).toEqual([])

  const [logPath, listPath] = [join(profile, 'log.json'), join(profile, 'register.xlsx')]
  await saveAs(app, page.getByTestId('save-log'), logPath)
  await expect(page.getByRole('status').filter({ hasText: '已导出' })).toBeVisible()
  const log = JSON.parse(await readFile(logPath, 'utf8')) as {
    readonly result: { readonly strata: readonly Stratum[] }
  }
  // Anybody with the list and the log draws the same, in the terminal too.
  await writeFile(listPath, registerFile())
  const replayed = await runYihu('sample', '--replay', logPath, '--roster', listPath)
  expect(replayed.code, replayed.stderr).toBe(0)
  const [exited] = log.result.strata
  expect(exited?.drawn).toHaveLength(5)

  await page.getByTestId('to-sample').click()
  await expect(page.getByTestId('count')).toHaveText('7 / 28 户')
  await page.getByRole('searchbox').fill(exited?.drawn[0]?.slice(-4) ?? '')
  await expect(page.getByTestId('count')).toHaveText('1 / 28 户')
  await page.getByTestId('households').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('interview')).toBeVisible()
  await new Hand(page).press('o', '4')
  await page.getByTestId('close-reason').fill('三次上门都没人')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closed')).toBeVisible()

  // The second choice is out of order: it asks why; the first is the next reserve.
  const first = page.getByTestId('close').getByRole('listitem').first()
  await expect(first).toContainText('备选')
  const name = /备选 (\S+)/.exec((await first.textContent()) ?? '')?.[1] ?? ''
  await page.keyboard.press('2')
  await expect(page.getByTestId('order-reason')).toBeFocused()
  await expect(page.getByTestId('order-save')).toBeDisabled()
  await first.getByRole('button').click()
  await expect(page.getByTestId('replaced')).toContainText(name)

  await page
    .getByRole('button', { name: '回到户列表' })
    .or(page.getByRole('link', { name: '任务' }))
    .first()
    .click()
  await expect(page.getByTestId('glance')).toContainText(`已换成 ${name}`)
  await page.getByRole('button', { name: `已换成 ${name}` }).click()
  await expect(page.getByTestId('glance')).toContainText('替换 周')
  await page.getByTestId('households').focus()
  await page.keyboard.press('0')
  await expect(page.getByTestId('count')).toHaveText('28 / 28 户')
  await page.getByLabel('抽样', { exact: true }).selectOption('sample')
  await expect(page.getByTestId('count')).toHaveText('8 / 28 户')
})

test('draws from a list with rejected rows only with a reason, and the county shows what the list lacks', async ({
  app: { page },
}) => {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'rows.csv', rejectedRowCsv())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '抽样' }).click()
  await expect(page.getByTestId('list-problems')).toContainText('1 行没有读入')
  await page.getByTestId('size').getByRole('spinbutton').fill('2')
  await page.getByTestId('seed').fill('四')
  await expect(page.getByTestId('draw')).toBeDisabled()
  await page.getByTestId('rejected-reason').fill('游离人查无此户')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('rejected-accepted')).toContainText('游离人查无此户')
  expect(await accessFaults(page)).toEqual([])

  await page.getByRole('link', { name: '县', exact: true }).click()
  await page.getByTestId('list-problems').getByText('1 行没有读入').click()
  await expect(page.getByTestId('list-problems')).toContainText('游离人')
})

test('draws again only with a reason', async ({ app: { page } }) => {
  await register(page)
  await page.getByTestId('size').getByRole('spinbutton').fill('7')
  await page.getByTestId('seed').fill('一')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('sample')).toContainText('种子“一”')
  await page.getByText('重新抽样…').click()
  await page.getByTestId('seed').fill('二')
  await expect(page.getByTestId('draw')).toBeDisabled()
  await page.getByTestId('sample-reason').fill('第一次抽样时名单不全')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('sample')).toContainText('种子“二”')
})

test('shows what another draw loses before it is written, and writes that very draw with a second person', async ({
  app: { page },
}) => {
  // The practice county is interviewed: whatever is drawn has interviews.
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '抽样' }).click()
  await page.getByTestId('size').getByRole('spinbutton').fill('30')
  await page.getByTestId('seed').fill('一')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('sample')).toContainText('种子“一”')
  await page.getByText('重新抽样…').click()
  await page.getByTestId('seed').fill('二')
  await page.getByTestId('sample-reason').fill('名单补了一个村')
  await page.getByTestId('draw').click()
  const lost = page.getByTestId('lost-work')
  await expect(lost).toContainText(/不再抽中/)
  await expect(lost).toContainText(/已完成的访谈 \d+ 户/)
  await expect(page.getByTestId('sample')).toContainText('种子“一”')
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('draw-all-the-same').click()
  await expect(lost).toContainText('请另一人同意')
  await page.getByTestId('second-person').focus()
  await choosePerson(page, 'second-person', '练习员甲')
  await page.getByTestId('draw-all-the-same').click()
  await expect(page.getByTestId('sample')).toContainText('种子“二”')
  await expect(lost).toBeHidden()
  const draws = page.getByTestId('draws').locator('tbody tr')
  await expect(draws).toContainText([/现用.*练习员甲 同意.*二.*名单补了一个村/, /一/])
})

test('draws each type by its own size, and again in the terminal with what was said of the list', async ({
  app,
  profile,
}) => {
  const { page } = app
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await page.getByRole('link', { name: '名单' }).click()
  await dropRoster(page, 'open.xlsx', openRegisterFile())
  await page.getByTestId('status-answer').selectOption('poor')
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '抽样' }).click()
  await page.getByTestId('size-by').selectOption('type')
  await page.getByTestId('size-exited').getByRole('spinbutton').fill('3')
  await expect(page.getByTestId('preview')).toBeDisabled()
  await page.getByTestId('size-poor').getByRole('spinbutton').fill('9')
  await expect(page.getByTestId('preview')).toBeDisabled()
  await page.getByTestId('size-poor').getByRole('spinbutton').fill('4')
  await page.getByTestId('seed').fill('三')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('sample')).toContainText('已抽样本户 7 户')
  expect(await accessFaults(page)).toEqual([])

  const [logPath, listPath] = [join(profile, 'log.json'), join(profile, 'open.xlsx')]
  await saveAs(app, page.getByTestId('save-log'), logPath)
  await expect(page.getByRole('status').filter({ hasText: '已导出' })).toBeVisible()
  await writeFile(listPath, openRegisterFile())
  const replayed = await runYihu('sample', '--replay', logPath, '--roster', listPath)
  expect(replayed.code, replayed.stderr).toBe(0)
})

test('draws again after an interview only with a second person of the list', async ({ app: { page } }) => {
  await register(page)
  await page.getByTestId('size').getByRole('spinbutton').fill('7')
  await page.getByTestId('seed').fill('2020-07-15 当众掷骰 3 5 1')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('sample')).toContainText('已抽样本户 7 户')
  await page.getByTestId('to-sample').click()
  await expect(page.getByTestId('count')).toHaveText('7 / 28 户')
  await openInterview(page, 0)
  await new Hand(page).press('Alt+3', '1')
  await page.keyboard.press('Escape')
  await listPerson(page, '赵复核')

  await page.getByRole('link', { name: '抽样' }).click()
  await page.getByText('重新抽样…').click()
  await page.getByTestId('seed').fill('2020-07-16 当众掷骰 2 2 6')
  await page.getByTestId('sample-reason').fill('名单补了一个村')
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('problems').last()).toContainText('现在的样本已有 1 户开始访谈')
  await page.getByTestId('second-person').focus()
  await expect(page.getByTestId('second-person')).not.toContainText(/\d 练习员$/)
  await choosePerson(page, 'second-person', '赵复核')
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('draw').click()
  await expect(page.getByTestId('draws')).toContainText(/赵复核 同意\s*·\s*同一台电脑/)
})
