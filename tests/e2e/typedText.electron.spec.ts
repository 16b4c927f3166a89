import { once } from 'node:events'
import { compose } from './compose'
import { dropRoster } from './dropRoster'
import { expect, test } from './fixtures'
import { Hand, openInterview } from './hand'
import type { ElectronRunning } from './launchElectron'
import { burdenRoster } from './rosterFile'

/** Closes the window as its cross does, and waits until the app has ended. */
async function closeWindow({ application }: ElectronRunning): Promise<void> {
  const ended = once(application.process(), 'exit')
  await application.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close()
  })
  await ended
}

test('loses no half-typed text by the cross of its window, right behind the last key', async ({
  launchApp,
}) => {
  const launch = async () => (await launchApp()) as ElectronRunning
  const reopen = async () => {
    const app = await launch()
    await app.page.getByRole('button', { name: /^练习任务/ }).click()
    await expect(app.page.getByTestId('count')).toHaveText('3 / 3 户')
    await openInterview(app.page, 0)
    return app
  }

  const first = await launch()
  await first.page.getByTestId('practice').click()
  await first.page.getByRole('link', { name: '名单' }).click()
  await dropRoster(first.page, 'roster.xlsx', burdenRoster())
  await first.page.getByTestId('adopt').click()
  await expect(first.page.getByTestId('adopted')).toBeVisible()
  await first.page.getByRole('link', { name: '任务', exact: true }).click()
  await openInterview(first.page, 0)
  await new Hand(first.page).press('Alt+3', 'n')
  await compose(first.page, '门口堆着新化肥')
  await closeWindow(first)

  // The note; then an amount; then why a visit came to nothing.
  const second = await reopen()
  await new Hand(second.page).press('n')
  const field = second.page.getByTestId('way').getByRole('textbox')
  await expect(field).toHaveValue('门口堆着新化肥')
  await second.page.keyboard.press('Enter')
  await new Hand(second.page).press('Alt+9', '1', '1')
  await second.page.keyboard.type('90')
  await closeWindow(second)

  const third = await reopen()
  await expect(third.page.getByTestId('way').getByRole('textbox')).toHaveValue('90')
  await new Hand(third.page).press('o', '3')
  await third.page.getByTestId('close-reason').fill('说要先问儿子')
  await closeWindow(third)

  const { page } = await reopen()
  await new Hand(page).press('o', '3')
  await expect(page.getByTestId('close-reason')).toHaveValue('说要先问儿子')
})
