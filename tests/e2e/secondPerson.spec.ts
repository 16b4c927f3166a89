import type { Page } from '@playwright/test'
import { newDeviceKeys } from '../../src/adapters/crypto/deviceKeys'
import { TEAM_PORT } from '../../src/adapters/package/teamPort'
import { deviceCodeOf, deviceCodeText } from '../../src/application/team/roll/deviceCode'
import { compose } from './compose'
import { expect, test } from './fixtures'
import { choosePerson } from './listPerson'
import { accessFaults } from './accessFaults'

const PASSCODE = '雨天不进村，晴天去'

const go = (page: Page, name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click()

/** A practice project that its device leads, alone on the roll. */
async function leadPractice(page: Page): Promise<void> {
  await page.getByTestId('practice').click()
  await expect(page.getByTestId('count')).toHaveText('120 / 120 户')
  await go(page, '团队')
  await expect(page.getByTestId('own-code')).toHaveValue(/^YHD1/)
  await page.getByTestId('lead').click()
  await page.getByLabel('我已经把它保存在别处').check()
  await page.getByTestId('recovery-done').click()
  await expect(page.getByTestId('roll')).toBeVisible()
}

async function putOnRoll(page: Page, name: string): Promise<void> {
  const code = deviceCodeOf(await newDeviceKeys(), [name], TEAM_PORT)
  await page.getByTestId('device-code').fill(deviceCodeText(code, TEAM_PORT))
  await page.getByTestId('read-code').click()
  await page.getByTestId('add-device').click()
}

async function decide(page: Page): Promise<void> {
  await page.getByTestId('suspicions').focus()
  await page.keyboard.press('1')
  await compose(page, '房子漏雨')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('standing')).toHaveText('等第二人确认：错退')
}

/** Nothing is wider than the window. */
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

test('a second person is of the roll, and confirms at another’s device by a passcode of their own @electron', async ({
  app: { page },
}) => {
  await leadPractice(page)
  await go(page, '疑点')
  await expect(page.getByTestId('suspicions')).toBeFocused()
  await decide(page)
  // With nobody else on the roll, the way to it is shown.
  await expect(page.getByTestId('confirmer-nobody')).toContainText('名册上没有别人可选')
  expect(await accessFaults(page)).toEqual([])
  await page.getByTestId('confirmer-nobody').getByRole('link').click()
  await putOnRoll(page, '练习 员')
  await expect(page.getByTestId('problems')).toContainText('同一个名字的另一种写法')
  await page.getByRole('button', { name: '取消' }).click()
  await putOnRoll(page, '赵复核')
  await expect(page.getByTestId('roll')).toContainText('赵复核')

  // Chosen once, twice the same, and kept.
  await go(page, '疑点')
  await expect(page.getByTestId('suspicions')).toBeFocused()
  await page.keyboard.press('c')
  await choosePerson(page, 'confirmer', '赵复核')
  await expect(page.getByTestId('second-way')).toHaveAttribute('data-way', 'new_passcode')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('second-passcode')).toBeFocused()
  await page.keyboard.type(PASSCODE)
  await page.keyboard.press('Tab')
  await compose(page, `${PASSCODE}。`)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('standing')).toHaveText('等第二人确认：错退')
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('standing')).toHaveText('最终认定：错退')
  await expect(page.getByTestId('decisions')).toContainText('赵复核 确认同意 · 本人的口令')

  // Taken back, decided again, and confirmed again: a wrong passcode confirms nothing.
  await page.getByText('撤回这个认定').click()
  await page.getByLabel('为什么撤回').fill('看错了户')
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByTestId('standing')).toHaveText('认定已撤回')
  await decide(page)
  await choosePerson(page, 'confirmer', '赵复核')
  await expect(page.getByTestId('second-way')).toHaveAttribute('data-way', 'passcode')
  await page.keyboard.press('Enter')
  await compose(page, '不是这个口令')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('problems')).toContainText('这不是赵复核的口令')
  await expect(page.getByTestId('second-passcode')).toHaveValue('')
  expect(await fits(page)).toBe(true)
  await page.getByTestId('second-passcode').fill(PASSCODE)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('standing')).toHaveText('最终认定：错退')

  // Whoever leaves the roll takes no word back.
  await go(page, '团队')
  const onRoll = page.getByTestId('roll').getByRole('row').filter({ hasText: '赵复核' })
  await onRoll.getByRole('button', { name: '除名…' }).click()
  await page.getByTestId('remove-reason').fill('调走了')
  await page.keyboard.press('Enter')
  await expect(onRoll).toHaveClass(/gone/)
  await go(page, '疑点')
  await expect(page.getByTestId('standing')).toHaveText('最终认定：错退')
})

test('several decisions are confirmed together, with one reason', async ({ app: { page } }) => {
  await leadPractice(page)
  await putOnRoll(page, '赵复核')
  await go(page, '疑点')
  await expect(page.getByTestId('suspicions')).toBeFocused()
  await decide(page)
  await page.getByTestId('suspicions').focus()
  await page.keyboard.press('ArrowDown')
  await decide(page)
  await page.getByTestId('suspicions').focus()
  await page.keyboard.press(' ')
  await expect(page.getByTestId('confirm-line')).toHaveCount(1)
  await page.keyboard.press('a')
  await expect(page.getByTestId('confirm-line')).toHaveCount(2)
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('c')
  await choosePerson(page, 'confirmer', '赵复核')
  await page.keyboard.press('Enter')
  await page.keyboard.type(PASSCODE)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSCODE)
  await page.getByTestId('confirm-reason').fill('两户都看过照片')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('confirm-all')).toHaveCount(0)
  await expect(page.getByTestId('suspicions')).toBeFocused()
  await expect(page.getByTestId('standing')).toHaveText('最终认定：错退')
  await expect(page.getByTestId('decisions')).toContainText('两户都看过照片')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByTestId('decisions')).toContainText('两户都看过照片')
})
