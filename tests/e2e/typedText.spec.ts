import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import { newProject } from './newProject'
import { burdenRoster } from './rosterFile'

const PASSCODE = 'correct horse'

test('loses no half-typed text: not by a lock, a link, Escape, a detour or SIGKILL @electron', async ({
  launchApp,
}) => {
  const first = await launchApp()
  const { page } = first
  await newProject(page, { title: '云岭县 2020', person: '组员甲', passcode: PASSCODE })
  await dropRoster(page, 'roster.xlsx', burdenRoster())
  await page.getByTestId('adopt').click()
  await expect(page.getByTestId('adopted')).toBeVisible()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await openInterview(page, 0)
  const hand = new Hand(page)
  const field = page.getByTestId('way').getByRole('textbox')

  // Locked at once behind the last key.
  await hand.press('Alt+8', '1', '1', '1')
  // The last key shows its answer before the field is there; what is composed is typed into a field alone.
  await expect(field).toBeFocused()
  await compose(page, '十二天')
  await page.keyboard.press('Control+l')
  await page.getByLabel(/口令/).first().fill(PASSCODE)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('十二天')

  // A detour to another question, and answers there.
  await hand.press('Alt+3', '1')
  await page.keyboard.press('Alt+8')
  await hand.press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(field).toHaveValue('十二天')

  // Why a visit came to nothing, looked up in between.
  await hand.press('o', '3')
  await page.getByTestId('close-reason').fill('说要先问')
  await page.keyboard.press('Escape')
  await hand.press('o', '3')
  await expect(page.getByTestId('close-reason')).toHaveValue('说要先问')
  await page.getByTestId('close-reason').fill('说要先问儿子')
  await expect(page.getByTestId('saved')).toHaveAttribute('data-state', 'saved')
  await page.getByRole('link', { name: '名单' }).click()
  await page.getByRole('link', { name: '任务', exact: true }).click()
  await openInterview(page, 0)
  await page.keyboard.press('Alt+8')
  await hand.press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(field).toHaveValue('十二天')
  await first.kill()

  const again = (await launchApp()).page
  await again.getByRole('button', { name: /^云岭县/ }).click()
  await again.getByLabel(/口令/).first().fill(PASSCODE)
  await again.keyboard.press('Enter')
  await openInterview(again, 0)
  await new Hand(again).press('o', '3')
  await expect(again.getByTestId('close-reason')).toHaveValue('说要先问儿子')
})
